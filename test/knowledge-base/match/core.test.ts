// What a question asks to be done and to what, apart from what hangs on it.
import { describe, expect, test } from 'vitest';
import { type Core, coreOf } from '../../../knowledge-base/match/core.ts';

const read = (text: string, part: keyof Core) =>
  coreOf(text)[part].map(({ from, to }) => text.slice(from, to));

describe('the core of a question', () => {
  test('is its verb and the noun it is about', () => {
    expect(read('Can the audit logs be archived?', 'verbs')).toEqual(['archived']);
    expect(read('Can the audit logs be archived?', 'heads')).toEqual(['logs']);
    expect(read('Can the audit logs be archived?', 'modifiers')).toEqual(['audit']);
  });

  test('is the thing documented, not what that thing is about', () => {
    const asked = 'Do you document employee acknowledgment of training?';
    expect(read(asked, 'heads')).toEqual(['acknowledgment']);
    expect(read(asked, 'beyond')).toEqual(['training']);
  });

  test('keeps what narrows a noun', () => {
    expect(read('Do you use a stateful firewall?', 'modifiers')).toEqual(['stateful']);
  });

  test('is the practice, not the process it is called', () => {
    expect(read('Do you have a documented process for the rotation of keys?', 'heads')).toEqual(['rotation']);
    expect(read('Do you have a documented key rotation procedure?', 'heads')).toEqual(['rotation']);
  });

  test('takes the group behind its preposition where a verb has no object', () => {
    expect(read('Do new joiners start out with broad rights?', 'heads')).toEqual(['joiners', 'rights']);
    expect(read('Are keys stored in a vault?', 'heads')).toEqual(['keys']);
  });

  test('has no verb where the verb only says that there is one', () => {
    expect(read('Do you maintain an asset inventory?', 'verbs')).toEqual([]);
  });

  test('is what is to be explained, not the explaining', () => {
    const asked = 'Explain how it is proven that data has been deleted.';
    expect(read(asked, 'verbs')).toEqual(['proven']);
  });

  test('is what a program does where the question only asks for one', () => {
    expect(read('Is there a program that rewards researchers?', 'verbs')).toEqual(['rewards']);
  });

  test('has every verb that is joined', () => {
    expect(read('Are backups encrypted and tested?', 'verbs')).toEqual(['encrypted', 'tested']);
  });

  test('has no verb of a relative clause', () => {
    expect(read('Are utilities that can manage partitions restricted?', 'verbs')).toEqual(['restricted']);
  });

  test('reads a noun after "are" as a noun', () => {
    expect(read('How often are access rights reviewed?', 'verbs')).toEqual(['reviewed']);
  });

  test.each(['', '?', '...', '1.2.3', 'prod / non-prod', '¿Se cifran las copias?'])(
    'of %j is no error',
    text => expect(() => coreOf(text)).not.toThrow(),
  );
});
