// Owns the page for people who build websites and programs: what files there are, how to check them, how to show the
// look-up elsewhere. Drawn while the site is built, so it knows the site's keys and no release.

import type { ReactNode } from 'react';
import { publicKeys } from '@/lib/client/site-config';
import * as examples from '@/lib/elsewhere/examples';
import type { Catalogue } from '@/lib/messages/messages';
import { CodeExample } from './code-example';
import { DataFiles } from './data-files';

interface PartProps {
  readonly messages: Catalogue;
}

/** All but the bar and the foot. */
export function DataPage({ messages }: PartProps) {
  const { data, shell } = messages;
  return (
    <main id="main" className="page data-page">
      <h1>{data.title}</h1>
      <p className="data-lead">{data.lead}</p>
      <p>
        <a href={`/${messages.tag}/`}>{shell.backToSearch}</a>
      </p>
      <Part heading={data.privacyHeading}>
        <p>{data.privacyText}</p>
      </Part>
      <FramePart messages={messages} />
      <Part heading={data.filesHeading}>
        <p>{data.filesText}</p>
        <DataFiles messages={messages} />
        <Example messages={messages} name="pointer" say={data.filesTry} code={examples.pointerCommand} />
      </Part>
      <CheckPart messages={messages} />
      <ModulePart messages={messages} />
      <Part heading={data.fairHeading}>
        <p>{data.fairText}</p>
      </Part>
    </main>
  );
}

function FramePart({ messages }: PartProps) {
  const { data, shell, tag } = messages;
  const words = { lang: tag, title: shell.title, noScript: data.frameNoScript };
  return (
    <Part heading={data.frameHeading}>
      <Example messages={messages} name="embed" say={data.frameText} code={examples.embedSnippet(words)} />
      <p>{data.frameSecure}</p>
      <Example messages={messages} name="policy" say={data.framePolicy} code={examples.policySnippet} />
      <Example messages={messages} name="style" say={data.frameRoom} code={examples.styleSnippet} />
      <Example messages={messages} name="frame" say={data.frameByHand} code={examples.frameSnippet(words)} />
    </Part>
  );
}

function CheckPart({ messages }: PartProps) {
  const { data } = messages;
  return (
    <Part heading={data.checkHeading}>
      <ol>
        {data.checkSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Example
        messages={messages}
        name="check"
        say={data.checkTry}
        code={examples.checkExample(publicKeys)}
      />
      <h3>{data.keysHeading}</h3>
      <p>{publicKeys.length === 0 ? data.keysNone : data.keysText}</p>
      <ul className="data-keys">
        {publicKeys.map((key) => (
          <li key={key}>
            <code dir="ltr">{key}</code>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function ModulePart({ messages }: PartProps) {
  const { data } = messages;
  const code = (name: string, say: string, text: string) => (
    <Example messages={messages} name={name} say={say} code={text} />
  );
  return (
    <Part heading={data.moduleHeading}>
      <p>{data.moduleText}</p>
      {code('browser', data.moduleBrowser, examples.browserExample(publicKeys))}
      {code('download', data.moduleNode, examples.downloadCommand)}
      {code('node', '', examples.nodeExample(publicKeys))}
      <p>{data.moduleKinds}</p>
      {code('memory', data.moduleMemory, examples.memoryExample)}
      {code('verify', data.moduleVerify, examples.verifyExample(publicKeys))}
    </Part>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

interface ExampleProps extends PartProps {
  readonly name: string;
  /** What stands above it; '' where it goes on from the one before. */
  readonly say: string;
  readonly code: string;
}

function Example({ messages, name, say, code }: ExampleProps) {
  return (
    <>
      {say !== '' && <p>{say}</p>}
      <CodeExample
        words={{ copy: messages.data.copy, copied: messages.data.copied }}
        name={name}
        code={code}
      />
    </>
  );
}
