// The real rooms, all in this thread: for the command line, which has nothing else to do meanwhile, and for the
// parts of the engine that need no guarding.
import { findQuestions } from '../../documents/find/find-questions.ts';
import { pictureOf } from '../../documents/picture.ts';
import { fillDocument, readDocument } from '../../documents/registry.ts';
import { openKnowledge } from '../../knowledge-base/knowledge.ts';
import { diffPassages } from '../../knowledge-base/passages/diff-passages.ts';
import { makePassages } from '../../knowledge-base/passages/make-passages.ts';
import { author } from './author.ts';
import type { Rooms } from './rooms.ts';

export const roomsHere: Rooms = {
  read: (bytes, name) => readDocument(bytes, name),
  fill: (bytes, name, entries) => fillDocument(bytes, name, entries),
  author,
  find: async (document, mapping) => findQuestions(document, mapping),
  picture: pictureOf,
  makePassages,
  diffPassages,
  openKnowledge,
};
