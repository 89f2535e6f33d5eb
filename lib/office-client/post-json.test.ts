// What becomes of a request to the office host, as a value: done, refused, asked for the passkey first, out of reach.

import { beforeEach, expect, it, vi } from 'vitest';
import { err, ok } from '@/lib/core/result';
import { postJson } from './post-json';

const stepUp = vi.hoisted(() => vi.fn());
vi.mock('./passkey', () => ({ stepUp }));

const answers: (() => Response)[] = [];
const asked: string[] = [];

beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
  stepUp.mockReset();
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    asked.push(`${path} ${body}`);
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer();
  });
});

const refusal = (status: number, code: string) => () =>
  Response.json({ error: { code, message: 'A sentence.' } }, { status });
const post = () => postJson('/office/api/x/', { a: 1 });

it('gives what the host answered', async () => {
  answers.push(() => Response.json({ id: 7 }));
  expect(await post()).toEqual(ok({ id: 7 }));
  expect(asked).toEqual(['/office/api/x/ {"a":1}']);
});

it('gives the host’s own sentence where it refuses', async () => {
  answers.push(refusal(409, 'conflict'));
  expect(await post()).toEqual(err({ code: 'conflict', message: 'A sentence.' }));
});

it('shows the passkey where the host wants it seen, and asks once more', async () => {
  answers.push(refusal(403, 'stepUp'), () => Response.json({}));
  stepUp.mockResolvedValue(ok({}));
  expect(await post()).toEqual(ok({}));
  expect(asked).toHaveLength(2);
});

it('shows it once, and does not ask where it was not shown', async () => {
  answers.push(refusal(403, 'stepUp'), refusal(403, 'stepUp'));
  stepUp.mockResolvedValue(ok({}));
  expect(await post()).toMatchObject({ error: { code: 'stepUp' } });
  expect(stepUp).toHaveBeenCalledTimes(1);
  answers.push(refusal(403, 'stepUp'));
  stepUp.mockResolvedValue(err({ code: 'passkeyStopped', message: 'No passkey was used.' }));
  expect(await post()).toMatchObject({ error: { code: 'passkeyStopped' } });
  expect(asked).toHaveLength(3);
});

it('says so where the host is out of reach, or answers with something else', async () => {
  expect(await post()).toMatchObject({ error: { code: 'offline' } });
  answers.push(() => new Response('<html>', { status: 502 }));
  expect(await post()).toMatchObject({ error: { code: 'failed' } });
});
