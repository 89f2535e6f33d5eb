// Owns the look-up page.
export default function LookupPage() {
  return <main>Levee</main>;
}
