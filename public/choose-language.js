// Sends `/` to the voter's language: the one chosen here before, else the browser's first that we speak.
(() => {
  const known = document.currentScript.dataset.languages.split(' ');
  let chosen = null;
  try {
    chosen = localStorage.getItem('levee.language');
  } catch {
    // Storage is off: the browser's languages decide.
  }
  const wanted = [chosen, ...navigator.languages]
    .filter(Boolean)
    .map((tag) => tag.toLowerCase().split('-')[0]);
  const language = wanted.find((tag) => known.includes(tag)) ?? known[0];
  location.replace(`/${language}/`);
})();
