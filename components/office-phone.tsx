// Owns how an office's phone stands where no view has worded it: a link, the number as written, or that there is none.

import type { Messages } from '@/lib/messages/messages';
import { phoneLink } from '@/lib/view/phone';
import { ViewLink } from './paragraph-text';

interface OfficePhoneProps {
  readonly messages: Messages;
  /** As the office wrote it; null where it gave none. */
  readonly phone: string | null;
}

/** A number keeps its order in every language. */
export function OfficePhone({ messages, phone }: OfficePhoneProps) {
  if (phone === null) return messages.office.noPhone;
  const link = phoneLink(phone, messages);
  return link ? <ViewLink link={link} /> : <bdi>{phone}</bdi>;
}
