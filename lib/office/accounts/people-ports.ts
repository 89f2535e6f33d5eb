// Owns what use cases of accounts are given beside the stores: somebody who makes and checks passkeys. Knows no adapter.

import type { OfficePorts } from '../ports/office-ports';
import type { PasskeyPort } from './passkey';

export type PeoplePorts = OfficePorts & { readonly passkeys: PasskeyPort };
