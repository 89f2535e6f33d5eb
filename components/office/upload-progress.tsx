// Owns how far something is: a bar, and the same in words for who does not see it.

interface UploadProgressProps {
  /** `Reading row 120,000` */
  readonly text: string;
  /** Between 0 and 1; null: nobody knows. */
  readonly part: number | null;
}

/** `<UploadProgress text="Sending 12 of 30 MB" part={0.4} />` */
export function UploadProgress({ text, part }: UploadProgressProps) {
  return (
    <div className="upload-progress">
      <progress aria-label={text} {...(part === null ? {} : { value: part })} />
      <p>{text}</p>
    </div>
  );
}
