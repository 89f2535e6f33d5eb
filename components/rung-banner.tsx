// Owns the one line under the top bar that says the list is not as fresh as it should be.
// Its words come in; it knows neither network nor cache.

interface RungBannerProps {
  readonly text: string;
}

/** "You are offline. This is from Tuesday, 6:10 pm." */
export function RungBanner({ text }: RungBannerProps) {
  return (
    <p className="rung-banner">
      <svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20">
        <path
          d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5.5l3.5 2"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
      </svg>
      {text}
    </p>
  );
}
