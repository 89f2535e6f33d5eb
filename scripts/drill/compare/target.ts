// Owns what is compared: something that listens on this machine and answers voters, and how its work is counted.
// Knows neither how it is started nor what is sent to it.

/** One thing under load: `{name: 'edge-disk', url: 'http://127.0.0.1:8081', asks: 'files', …}`. */
export interface Target {
  readonly name: string;
  /** Origin, without a slash at its end. */
  readonly url: string;
  /** `files`: a voter reads the release and looks up on the device. `address`: the address goes to the server, which looks up. */
  readonly asks: 'files' | 'address';
  /** What a flood asks for, in turn: `['/en/', '/v1/objects/….json']`. */
  readonly paths: readonly string[];
  /** How many requests have reached the application behind the edge so far; `everyRequest`: nothing stands before it. */
  readonly originRequests: 'everyRequest' | (() => number | Promise<number>);
}

/** A target that was started here, and what ends it. */
export interface StartedTarget extends Target {
  readonly stop: () => Promise<void>;
}
