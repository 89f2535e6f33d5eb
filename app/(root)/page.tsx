// Owns what `/` shows while, or where, no script sends the voter on: the languages as plain links.

import { languages } from '@/lib/messages/languages';

export default function ChooseLanguagePage() {
  return (
    <main className="choose-language">
      <h1>Where do I vote?</h1>
      <ul>
        {languages.map(({ tag, ownName }) => (
          <li key={tag}>
            <a href={`/${tag}/`} lang={tag} hrefLang={tag}>
              {ownName}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
