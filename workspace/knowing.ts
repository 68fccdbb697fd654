// A workspace for one piece of work of the command line: policies given by hand, or an existing workspace, or
// both. It is a copy in memory; what is on the disk is only read.
import type { PolicyImport } from '../contract/curate.ts';
import { AppError, type Message } from '../contract/outcome.ts';
import type { Run } from './desk/desk.ts';
import { openWorkspace, type Workspace } from './open-workspace.ts';
import { addPolicy, type GivenPolicy } from './policies/import-policies.ts';

export interface Knowing {
  /** Policies by scope. */
  policies: GivenPolicy[];
  /** Path of an existing workspace whose policies and approved answers are used too; null for none. */
  workspace: string | null;
}

export interface UnreadPolicy {
  file: string;
  messages: Message[];
}

export interface Known {
  workspace: Workspace;
  unread: UnreadPolicy[];
}

/** Opens it and reads the policies in; a policy that cannot be read is told of and the others go in. */
export async function openKnowing(input: Knowing, progress: Run['progress'] = () => {}): Promise<Known> {
  const options = { location: ':memory:', host: 'cli' as const };
  const workspace = openWorkspace(
    input.workspace === null ? options : { ...options, copyOf: input.workspace },
  );
  try {
    const run = workspace.begin({ progress });
    const imports: PolicyImport[] = [];
    for (const [done, policy] of input.policies.entries()) {
      progress('Reading policies', done, input.policies.length);
      imports.push(await addPolicy(workspace.desk, policy, run));
    }
    const unread = imports.filter(item => item.document === null);
    if (imports.length > 0 && unread.length === imports.length) throw nothingRead(unread);
    return { workspace, unread: unread.map(({ file, messages }) => ({ file, messages })) };
  } catch (error) {
    workspace.close();
    throw error;
  }
}

function nothingRead(unread: PolicyImport[]): AppError {
  const [first] = unread;
  const why = first?.messages.findLast(message => message.severity === 'error')?.text ?? '';
  return new AppError('file-unreadable', `None of the policies could be read. ${first?.file}: ${why}`);
}
