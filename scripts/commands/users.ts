// Owns `levee users`: its arguments, output and exit code. Who may sign in is lib/office/accounts'.

import { listPeople, type Person, setDisabled } from '@/lib/office/accounts/people';
import { systemActor } from '@/lib/office/audit/entry';
import { offices } from '@/lib/office/offices/office';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { withOffice } from './with-office';

/** `levee users [list|offices|disable ID|enable ID]`. */
export const users: Command = {
  help: `Usage: levee users [list] [--office ID] | offices | disable ACCOUNT | enable ACCOUNT

  list             who may sign in: account, name, role, office, passkeys, last sign-in; and who is invited
  offices          the offices that there are
  disable ACCOUNT  they can sign in no more, and every session of theirs ends at once
  enable ACCOUNT   they can again, with the passkeys that they had

Works while the office host runs. The store is the one that the environment names.
Exit codes: 0 done, 1 it could not be done, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, { office: { type: 'string' } });
  if (!parsed.ok) return usedWrongly(terminal, 'users', parsed.error.message);
  const [what = 'list', accountId, ...more] = parsed.value.positionals;
  const isChange = what === 'disable' || what === 'enable';
  if (
    more.length > 0 ||
    isChange !== (accountId !== undefined) ||
    !(isChange || what === 'list' || what === 'offices')
  ) {
    return usedWrongly(terminal, 'users', 'list, offices, disable ACCOUNT or enable ACCOUNT is needed');
  }
  return withOffice(terminal, 'users', async (ports) => {
    if (what === 'offices') return listOffices(ports, terminal);
    if (what === 'list') return list(ports, parsed.value.values.office ?? null, terminal);
    const by = systemActor('levee users');
    const changed = await setDisabled(ports, accountId ?? '', { isDisabled: what === 'disable', by });
    if (!changed.ok) {
      terminal.err.write(`levee users: ${changed.error.message}\n`);
      return 1;
    }
    terminal.out.write(`${changed.value.name} is ${what}d.\n`);
    return 0;
  });
}

async function listOffices({ state }: OfficePorts, { out }: Terminal): Promise<ExitCode> {
  for (const { value } of await offices.list(state)) {
    const { id, name, kind, phone } = value;
    const called =
      phone === null ? 'no phone' : `${phone.number}${phone.confirmed ? '' : ' (not confirmed)'}`;
    out.write(`${[id, name, kind, value.state, called].join('\t')}\n`);
  }
  return 0;
}

async function list(ports: OfficePorts, officeId: string | null, { out, err }: Terminal): Promise<ExitCode> {
  const { people, invitations } = await listPeople(ports, officeId);
  for (const person of people) out.write(`${line(person)}\n`);
  for (const { name, role, officeId: office, expiresAt } of invitations) {
    out.write(
      `${['(invited)', name, role, office ?? 'state', `until ${expiresAt.slice(0, 10)}`].join('\t')}\n`,
    );
  }
  if (people.length + invitations.length === 0) {
    err.write('Nobody yet. Begin with: levee invite --name "Ana Ruiz" --role state\n');
  }
  return 0;
}

function line({ account, passkeys, sessions }: Person): string {
  const { id, name, role, officeId, lastSignInAt, disabledAt } = account;
  const state = disabledAt === null ? `${sessions} signed in` : `disabled ${disabledAt.slice(0, 10)}`;
  const last = lastSignInAt === null ? 'never' : `${lastSignInAt.slice(0, 16)}Z`;
  return [id, name, role, officeId ?? 'state', `${passkeys} passkeys`, `last ${last}`, state].join('\t');
}
