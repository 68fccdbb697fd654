// The command line's entry: finds the command, answers --help and --version, and turns every kind of trouble
// into its exit code. 0 done, 1 could not (message on stderr), 2 wrong usage.
import { AppError } from '../contract/outcome.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { help } from './help.ts';
import { productVersion } from './root.ts';
import { makeTerminal, type Terminal } from './terminal.ts';

type Command = (given: Arguments, terminal: Terminal) => Promise<number>;

// Loaded when asked for: a short command should not wait for the parts of a long one.
const commands: Record<string, () => Promise<Command>> = {
  answer: async () => (await import('./commands/answer.ts')).answer,
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
  ask: async () => (await import('./commands/ask.ts')).ask,
  policies: async () => (await import('./commands/policies.ts')).policies,
  library: async () => (await import('./commands/library.ts')).library,
  serve: async () => (await import('./commands/serve.ts')).serve,
};

/** Runs one command line, without the program's name. Returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const terminal = makeTerminal(process.stdout, process.stderr);
  const [first, ...rest] = argv;
  try {
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      terminal.out(page(rest[0]));
      return first === undefined ? 2 : 0;
    }
    if (first === '--version') {
      terminal.out(`vouch ${productVersion()}`);
      return 0;
    }
    const command = Object.hasOwn(commands, first) ? commands[first] : undefined;
    if (!command) throw new UsageError(`There is no command "${first}".`);
    const given = readArguments(rest);
    if (given.values.help) {
      terminal.out(page(first));
      return 0;
    }
    return await (await command())(given, terminal);
  } catch (error) {
    return report(error, first, terminal);
  } finally {
    terminal.clear();
  }
}

function page(name: string | undefined): string {
  return name !== undefined && Object.hasOwn(help, name) ? help[name as keyof typeof help] : help.general;
}

function report(error: unknown, command: string | undefined, terminal: Terminal): number {
  if (error instanceof UsageError) {
    const known = command !== undefined && Object.hasOwn(commands, command);
    terminal.error(`${error.message}\n"vouch ${known ? `${command} ` : ''}--help" shows how it is used.`);
    return 2;
  }
  if (error instanceof AppError) {
    terminal.error(error.message);
    return 1;
  }
  terminal.error(
    `Something went wrong inside Vouch; no file was changed.\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 1;
}
