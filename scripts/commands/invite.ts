// Owns `levee invite`: its arguments, output and exit code. What an invitation is is lib/office/accounts'. The link is printed
// this once and kept nowhere.

import { readOfficeHost } from '@/lib/adapters/office-origin';
import { err, ok, type Result } from '@/lib/core/result';
import { accounts } from '@/lib/office/accounts/account';
import { type Role, roles } from '@/lib/office/accounts/actor';
import {
  invitationLink,
  inviteAgain,
  invitedSchema,
  invite as inviteNew,
} from '@/lib/office/accounts/invitation';
import { makeOffice } from '@/lib/office/accounts/people';
import { type AuditActor, systemActor } from '@/lib/office/audit/entry';
import { type Office, officeSchema, offices } from '@/lib/office/offices/office';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { withOffice } from './with-office';

/** `levee invite`. */
export const invite: Command = {
  help: `Usage: levee invite --office ID --name NAME --role editor|approver
       levee invite --name NAME --role state
       levee invite --again ACCOUNT

Prints a one-time link, good for seven days: whoever opens it makes a passkey and is that person from then on. Give
it to them yourself. An office that is not known yet is made: say what it is.

  --office ID         the office, as its lists name it: ms-adams
  --office-name NAME  "Adams County"
  --kind KIND         county, city, town or state
  --state XX          its postal code: MS
  --again ACCOUNT     for somebody who lost the passkey (levee users shows accounts). When the link is used, their old
                      passkeys are removed and all their sessions end. For the last of the state's people; everybody
                      else is let in again by one of those, on the page People.

Works while the office host runs. Set LEVEE_OFFICE_ORIGIN to where people reach it. The store is the one that the
environment names. Exit codes: 0 printed, 1 it could not be done, 2 used wrongly.
`,
  run,
};

const options = {
  office: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  'office-name': { type: 'string' },
  kind: { type: 'string' },
  state: { type: 'string' },
  again: { type: 'string' },
} as const;

type Values = Readonly<Partial<Record<keyof typeof options, string>>>;
interface Failure {
  readonly exit: 1 | 2;
  readonly message: string;
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, options);
  if (!parsed.ok) return usedWrongly(terminal, 'invite', parsed.error.message);
  const { values, positionals } = parsed.value;
  const isAgain = values.again !== undefined;
  if (positionals.length > 0 || isAgain !== (values.name === undefined && values.role === undefined)) {
    return usedWrongly(terminal, 'invite', '--name and --role are needed, or --again ACCOUNT alone');
  }
  if (!roles.includes((values.role ?? 'state') as Role)) {
    return usedWrongly(terminal, 'invite', `--role is one of ${roles.join(', ')}`);
  }
  const host = readHost(terminal);
  if (!host.ok) return failed(terminal, host.error);
  return withOffice(terminal, 'invite', async (ports) => {
    const by = systemActor('levee invite');
    const made = isAgain ? await again(ports, values.again ?? '', by) : await anew(ports, values, by);
    if (!made.ok && made.error.exit === 2) return usedWrongly(terminal, 'invite', made.error.message);
    if (!made.ok) return failed(terminal, made.error.message);
    const { secret, name } = made.value;
    terminal.err.write(`For ${name}, once, within seven days. It is not shown again.\n`);
    terminal.out.write(`${invitationLink(host.value, secret)}\n`);
    return 0;
  });
}

function readHost({ env }: Terminal): Result<string, string> {
  const host = readOfficeHost(env);
  return host.ok ? ok(host.value.origin) : err(`${host.error.variable} ${host.error.message}`);
}

type Made = Result<{ readonly secret: string; readonly name: string }, Failure>;

async function again(ports: OfficePorts, accountId: string, by: AuditActor): Promise<Made> {
  const account = (await accounts.read(ports.state, accountId))?.value;
  const made = await inviteAgain(ports, accountId, by);
  if (!made.ok) return err({ exit: 1, message: made.error.message });
  return ok({ secret: made.value.secret, name: account?.name ?? accountId });
}

async function anew(ports: OfficePorts, values: Values, by: AuditActor): Promise<Made> {
  const officeId = values.office ?? null;
  const invited = invitedSchema.safeParse({ name: values.name, role: values.role, officeId });
  if (!invited.success) {
    const issue = invited.error.issues[0];
    return err({
      exit: 2,
      message: `--${issue?.path[0] === 'officeId' ? 'office' : String(issue?.path[0])}: ${issue?.message}`,
    });
  }
  if (officeId !== null) {
    const office = await officeOf(ports, officeId, values, by);
    if (!office.ok) return office;
  }
  const made = await inviteNew(ports, invited.data, by);
  if (!made.ok) return err({ exit: 1, message: made.error.message });
  return ok({ secret: made.value.secret, name: invited.data.name });
}

/** What is there stays as it is, whatever the options say. */
async function officeOf(
  ports: OfficePorts,
  id: string,
  values: Values,
  by: AuditActor,
): Promise<Result<Office, Failure>> {
  const there = await offices.read(ports.state, id);
  if (there !== null) return ok(there.value);
  const shape = officeSchema.pick({ id: true, name: true, kind: true, state: true });
  const wanted = shape.safeParse({
    id,
    name: values['office-name'],
    kind: values.kind ?? 'county',
    state: values.state,
  });
  if (wanted.success) return ok(await makeOffice(ports, wanted.data, by));
  const message = `there is no office ${id} yet: say what it is with --office-name "Adams County" --kind county --state MS`;
  return err({ exit: 2, message });
}

function failed(terminal: Terminal, message: string): ExitCode {
  terminal.err.write(`levee invite: ${message}\n`);
  return 1;
}
