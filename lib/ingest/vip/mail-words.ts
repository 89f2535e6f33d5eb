// Owns when what stands where a polling place should says that people vote by mail: no place that anybody can be sent to. Decides nothing about
// a precinct: an office says that.

/** What an office writes in place of a polling place to declare that its precinct votes by mail: VIP's own name for it. */
export const MAIL_ONLY = 'is_mail_only';

const mail = /^(?:mail|mails|mailed|mailing|vbm|correo)$/;
/** What such a remark is made of beside. A room, a center, a box or any name is a place. */
const beside = new Set(
  `all absentee an and ballot ballots boleta boletas by cast de election elections electoral en entire everybody everyone here in is kind located
   location n na no none not of only out pct place places poll polling polls por postal precinct precincts precinto site sites
   solamente solo the this to us usps via vote voted voter voters votes voting votar voto`.split(/\s+/),
);

/** `VOTE BY MAIL`, `Mail Ballot Precinct - no polling place`, `Voto por correo` -> true; `Mail Room`, `Mailer Hall`, '' -> false. */
export function saysByMail(text: string): boolean {
  if (text.length > 80) return false;
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== '100');
  return words.some((word) => mail.test(word)) && words.every((word) => mail.test(word) || beside.has(word));
}

/** What voters would read as a place's name. */
export const nameOf = ({ name, buildingName }: { readonly name: string; readonly buildingName: string }) =>
  name !== '' ? name : buildingName;
