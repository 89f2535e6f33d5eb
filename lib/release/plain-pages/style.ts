// Owns how plain pages look: the app's colours and measures (app/styles/_tokens.scss), in as few bytes as a page that
// carries its own stylesheet can afford. Nothing moves; nothing is fetched.

/** Blanks at line starts are for people only. */
export const PLAIN_STYLE = `
:root{color-scheme:light dark;--g:#f7f8f9;--s:#fff;--i:#14202e;--q:#4a5768;--l:#c5cdd6;--a:#0b4f8a;--f:#2491ff;--ng:#fdf3d8;--nl:#b86e00;--ni:#3f2b00;--bg:#14202e;--bi:#fff;--bm:#ffd579}
@media(prefers-color-scheme:dark){:root{--g:#10161d;--s:#18212b;--i:#eef2f6;--q:#b3bfcc;--l:#3a4855;--a:#9ccbff;--f:#6db8ff;--ng:#33270b;--nl:#e0a53a;--ni:#fbe7b8;--bg:#0a0f14;--bi:#eef2f6}}
*{box-sizing:border-box}
body{margin:0;background:var(--g);color:var(--i);font:1.0625rem/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{padding:1rem max(1rem,50vw - 22rem)}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;padding-top:.5rem;padding-bottom:.5rem;background:var(--bg);color:var(--bi);font-size:.9375rem;border-bottom:1px solid transparent}
header p,header nav p{margin:0}
header nav{margin-inline-start:auto}
header a{color:inherit}
header nav a{margin-inline-start:1rem}
header .m{padding:0 .375rem;border:1px solid;border-radius:.375rem;color:var(--bm)}
main{padding-top:1.5rem;padding-bottom:2rem}
footer{border-top:1px solid var(--l);color:var(--q);font-size:.9375rem}
h1,h2,h3{margin:0;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.4rem + 1.75vw,2.25rem)}
h2{margin-top:2rem;font-size:1.375rem}
h3{margin-top:1.5rem;font-size:1.125rem}
p,ul,dl,address{max-width:66ch;margin:.5rem 0 0;font-style:normal}
a{color:var(--a);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.125em}
:focus-visible{outline:.25rem solid var(--f);outline-offset:.125rem}
nav ul,.k{padding:0;list-style:none}
nav li a,.k>li>a{display:inline-block;padding:.25rem 0}
.k>li{margin-top:.25rem}
.w{display:grid;grid-template-columns:repeat(auto-fill,minmax(6rem,1fr));gap:0 1rem}
header .b,a.b,span.b{font-weight:700}.b{display:inline-block}.p{margin-top:1rem}
.q{color:var(--q)}
.t{font-size:1.25rem}
.n{max-width:66ch;margin-top:1rem;padding:.75rem 1rem;border:1px solid var(--nl);border-inline-start-width:.375rem;border-radius:.375rem;background:var(--ng);color:var(--ni)}
.n a{color:inherit}
.n>:first-child{margin-top:0}
.c{max-width:46rem;margin-top:1rem;padding:1rem;border:1px solid var(--l);border-radius:.375rem;background:var(--s)}
.c>:first-child{margin-top:0}
.c h2,.c h3{margin-top:0}
.r{border-top:1px solid var(--l);max-width:none}
.r>div{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 1rem;padding:.5rem 0;border-bottom:1px solid var(--l)}
.r dt,.r dd{margin:0;grid-column:1}
.r dd{grid-column:2;grid-row:1/99}
.r dd>:first-child{margin-top:0}.r dt::first-letter{text-transform:uppercase}.h{margin-top:1.25rem;font-size:1.125rem}.h+dl{margin-top:.25rem}
@media(max-width:30em){.r>div{display:block}.r dd{margin-top:.25rem;padding-inline-start:1rem}}
table{border-collapse:collapse;margin-top:.5rem}
caption{text-align:start;font-weight:700}
th,td{padding:.25rem 0;padding-inline-end:1.5rem;text-align:start;vertical-align:top}
thead th{border-bottom:1px solid var(--l)}
@media(forced-colors:active){header,.m{border-color:CanvasText}}
@media print{:root{color-scheme:light;--g:#fff;--s:#fff;--i:#000;--q:#000;--l:#000;--a:#000;--ng:#fff;--nl:#000;--ni:#000;--bg:#fff;--bi:#000;--bm:#000}body{font-size:10pt;line-height:1.3}header,main,footer{padding-inline:0}.x{display:none}.g{columns:2;column-gap:1rem}.g .c{margin:0 0 .5rem;padding:.5rem}.g p,.g address{margin-top:.125rem}h1{font-size:18pt}h2{margin-top:1rem;font-size:13pt}h3{font-size:11pt}.n{margin-top:.5rem;padding:.375rem .5rem}h2,h3{break-after:avoid}.c,.r>div,li,.n{break-inside:avoid}}
`
  .trim()
  .replaceAll('\n', '');

/** Only on pages that read from right to left: a name or an address goes the way of its first letter, a number from the left. */
export const RIGHT_TO_LEFT_STYLE =
  'h1,h2,h3,dt,dd,td,li,address,a,.b{unicode-bidi:plaintext;text-align:-webkit-match-parent;text-align:match-parent}a[href^="tel:"]{direction:ltr;unicode-bidi:isolate}';
