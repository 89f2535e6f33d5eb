'use client';
// Owns the button that prints a page. Browsers without script have their own.

/** `<PrintButton />` */
export function PrintButton() {
  return (
    <p className="needs-script">
      <button type="button" className="usa-button" onClick={() => window.print()}>
        Print
      </button>
    </p>
  );
}
