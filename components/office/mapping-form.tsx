'use client';
// Owns the form that says which column holds what, of all tables of an upload. A plain form: without script it is sent as one,
// and looked at again by its own button. Decides nothing: the office host looks at it again.

import { type FormEvent, useState } from 'react';
import {
  type ChosenTable,
  choiceNeeds,
  choiceOf,
  mappingOf,
  type TableChoice,
  withHeader,
} from '@/lib/office-client/mapping-choice';
import { DeedProblem } from './deed-problem';
import { MappingTable } from './mapping-table';
import { fieldWords } from './mapping-words';
import { UploadProgress } from './upload-progress';
import { useRecheck } from './use-recheck';

interface MappingFormProps {
  readonly officeId: string;
  readonly draftId: string;
  /** The blob that the tables came from. */
  readonly seen: string;
  readonly officeState: string;
  /** As they were found. */
  readonly tables: readonly ChosenTable[];
  /** The same with the rows of names that somebody chose. */
  readonly shown: readonly ChosenTable[];
  readonly choices: readonly TableChoice[];
  /** It can be looked at only: the draft was handed on. */
  readonly isFixed: boolean;
}

/** Everything below the heading of the page. */
export function MappingForm(props: MappingFormProps) {
  const { officeId, draftId, seen, officeState, isFixed } = props;
  const [{ tables, choices }, setAll] = useState({ tables: props.shown, choices: props.choices });
  const choose = (index: number, choice: TableChoice, table = tables[index]) =>
    setAll({
      tables: tables.map((old, at) => (at === index && table !== undefined ? table : old)),
      choices: choices.map((old, at) => (at === index ? choice : old)),
    });
  const chooseHeader = (index: number, headerRow: number | null) => {
    const found = props.tables[index];
    if (found === undefined) return;
    const table = withHeader(found, headerRow, officeState);
    choose(index, choiceOf(table, officeState), table);
  };
  const page = `/office/${officeId}/drafts/${draftId}/`;
  const { doing, problem, send } = useRecheck(officeId, draftId, page);
  const needs = tables.map((table, index) => {
    const choice = choices[index];
    return choice === undefined ? [] : choiceNeeds(table, choice, fieldWords);
  });
  const lacking = needs.filter(({ length }) => length > 0).length;
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Where to look: a button that cannot be pressed would say nothing.
    if (lacking > 0) return event.currentTarget.querySelector<HTMLElement>('.mapping-needs-open')?.focus();
    const mappings = tables.flatMap((table, index) => {
      const choice = choices[index];
      return choice === undefined ? [] : [mappingOf(table, choice)];
    });
    void send('columns', { seen, mappings });
  };
  return (
    <form
      className="mapping-form"
      method="post"
      action={`/office/api/drafts/${officeId}/${draftId}/columns/`}
      onSubmit={confirm}
    >
      <input type="hidden" name="seen" value={seen} />
      {tables.map((table, index) => {
        const choice = choices[index];
        if (choice === undefined) return null;
        return (
          <MappingTable
            // biome-ignore lint/suspicious/noArrayIndexKey: two sheets may be called the same, and none comes or goes
            key={index}
            table={table}
            index={index}
            choice={choice}
            needs={needs[index] ?? []}
            isFixed={isFixed}
            onChange={(next) => choose(index, next)}
            onHeader={(headerRow) => chooseHeader(index, headerRow)}
          />
        );
      })}
      {!isFixed && (
        <div className="mapping-foot">
          <div className="desk-actions">
            <button type="submit" className="usa-button" aria-disabled={doing !== null}>
              Confirm and check again
            </button>
            <button
              type="submit"
              className="usa-button usa-button--outline without-script"
              formMethod="get"
              formAction={`${page}columns/`}
            >
              See what is still needed
            </button>
          </div>
          <p className="quiet" role="status">
            {lacking > 0
              ? lacking === 1
                ? 'One table lacks something. It says what.'
                : `${lacking} tables lack something. They say what.`
              : 'We remember this for your next file with the same columns.'}
          </p>
        </div>
      )}
      {doing !== null && <UploadProgress text={doing} part={null} />}
      <DeedProblem problem={problem} />
    </form>
  );
}
