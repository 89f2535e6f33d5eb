// Owns the first thing on a desk: the one next thing to do as a button, then the rest of what waits, for whom.

import type { Waiting } from '@/lib/office/offices/waiting';
import { waitingText } from './waiting-text';

interface ToDoListProps {
  readonly officeId: string;
  readonly items: readonly Waiting[];
}

/** What this person can do now, the most urgent large; then what others have to do. */
export function ToDoList({ officeId, items }: ToDoListProps) {
  const yours = items.filter(({ who }) => who === 'you');
  const others = items.filter(({ who }) => who !== 'you');
  const [first, ...more] = yours;
  return (
    <section className="desk-section" aria-labelledby="to-do">
      <h2 id="to-do">To do now</h2>
      {first === undefined ? <p>Nothing waits for you.</p> : <NextThing officeId={officeId} item={first} />}
      {more.length > 0 && <Rest heading="Then" officeId={officeId} items={more} />}
      {others.length > 0 && <Rest heading="Waits for others" officeId={officeId} items={others} />}
    </section>
  );
}

function NextThing({ officeId, item }: { readonly officeId: string; readonly item: Waiting }) {
  const { text, detail, label, href } = waitingText(item, officeId);
  return (
    <div className="next-thing">
      <p className="next-thing-text">
        <bdi>{text}</bdi>
      </p>
      <p>{detail}</p>
      <p>
        <a className="usa-button" href={href}>
          {label}
        </a>
      </p>
    </div>
  );
}

interface RestProps extends ToDoListProps {
  readonly heading: string;
}

function Rest({ heading, officeId, items }: RestProps) {
  return (
    <>
      <h3>{heading}</h3>
      <ul className="waiting">
        {items.map((item) => {
          const { text, detail, label, href } = waitingText(item, officeId);
          return (
            <li key={`${item.kind}-${item.subject}`}>
              <span>
                <bdi>{text}</bdi> <span className="quiet">{detail}</span>
              </span>
              <a href={href}>{label}</a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
