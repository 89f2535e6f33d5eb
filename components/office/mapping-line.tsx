// Owns the line that says by whose word an upload's own tables were read, for who submits and who approves it.

import type { ShownTable } from '@/lib/office/drafts/foreign-tables';
import { DeskTime } from './desk-time';

interface MappingLineProps {
  readonly tables: readonly ShownTable[];
  /** `/office/ms-adams/drafts/7Qk…/columns/` */
  readonly href: string;
  readonly timeZone: string;
}

/** Nothing where no table of the office's own was read. */
export function MappingLine({ tables, href, timeZone }: MappingLineProps) {
  const read = tables.filter(({ confirmed }) => confirmed !== null);
  if (read.length === 0) return null;
  return (
    <div className="mapping-line">
      <ul>
        {read.map(({ name, confirmed, by }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sheets may be called the same, and none comes or goes
          <li key={index}>
            <bdi>{name}</bdi> {confirmed?.kind === 'ignored' ? 'was left out' : 'was read by its columns'}
            {by !== null && (
              <>
                , as <bdi>{by.name}</bdi> said, <DeskTime at={by.at} timeZone={timeZone} />
              </>
            )}
          </li>
        ))}
      </ul>
      <a href={href}>See which column holds what</a>
    </div>
  );
}
