// Entry of the bundle that is put into the page before its own script: makes the fake host from the options
// that the test left on the window.
import { type FakeOptions, makeFakeHost } from './fake-host.ts';

declare global {
  interface Window {
    fakeOptions?: FakeOptions;
  }
}

Object.assign(window, { vouch: makeFakeHost(window.fakeOptions) });
