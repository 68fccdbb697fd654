import { describe, expect, it } from 'vitest';
import { tokens } from '../../../knowledge-base/text/tokens.ts';
import controlList from '../../../knowledge-base/vocabulary/controls.json' with { type: 'json' };
import { controls, readControls } from '../../../knowledge-base/vocabulary/controls.ts';
import english from '../../../knowledge-base/vocabulary/en.json' with { type: 'json' };
import spanish from '../../../knowledge-base/vocabulary/es.json' with { type: 'json' };

type Wording = string | string[];
type Kind = 'phrases' | 'weak' | 'near' | 'scenarios';
type Language = { language: string; controls: Record<string, Partial<Record<Kind, Wording[]>>> };
const languages = [english, spanish] as unknown as Language[];
const KINDS: Kind[] = ['phrases', 'near', 'scenarios', 'weak'];

const stems = (text: string) =>
  tokens(text)
    .map(token => token.stem)
    .join(' ');
const weights = (text: string) => readControls(tokens(text)).weights;
/** The control a text is most about. */
const topics = (text: string) => [...weights(text)].sort((a, b) => b[1] - a[1]).map(([id]) => id);

function* wordingsOf(language: Language) {
  for (const [id, said] of Object.entries(language.controls))
    for (const kind of KINDS) for (const wording of said[kind] ?? []) yield { id, kind, wording };
}

/** A wording as somebody would write it: the first alternative of every part of a group. */
const written = (wording: Wording) =>
  Array.isArray(wording)
    ? wording.map(part => (part.split('|')[0] ?? '').replaceAll('-', ' ')).join(' ')
    : wording;

/** A wording without what makes no difference to the reader; groups apart from phrases. */
const keyOf = (wording: Wording) =>
  Array.isArray(wording)
    ? wording
        .map(part => part.split('|').map(stems).sort().join('|'))
        .sort()
        .join(' & ')
    : stems(wording);

describe('the controls', () => {
  it('are at least three hundred, each once, in its family, with a title of its own', () => {
    expect(controlList.length).toBeGreaterThanOrEqual(300);
    expect(controls.size).toBe(controlList.length);
    for (const control of controls.values())
      expect(control.id.startsWith(`${control.family}.`), control.id).toBe(true);
    expect(new Set([...controls.values()].map(control => control.title.toLowerCase())).size).toBe(
      controls.size,
    );
  });

  it('hang under controls that exist, without a circle, and name neighbours that exist', () => {
    for (const control of controls.values()) {
      for (const near of control.near) expect([near, controls.has(near)]).toEqual([near, true]);
      const seen = new Set<string>();
      for (let up: string | null = control.id; up !== null; up = controls.get(up)?.parent ?? null) {
        expect(controls.has(up), `${control.id} -> ${up}`).toBe(true);
        expect(seen.has(up), `${control.id} is above itself`).toBe(false);
        seen.add(up);
      }
    }
  });

  it('have wordings in English each, and every language words known controls only', () => {
    expect([...controls.keys()].filter(id => !english.controls[id as keyof typeof english.controls])).toEqual(
      [],
    );
    for (const language of languages) {
      expect(Object.keys(language.controls).filter(id => !controls.has(id))).toEqual([]);
      const wordless = Object.entries(language.controls).filter(
        ([, said]) => [said.phrases, said.near, said.scenarios].flat().filter(Boolean).length === 0,
      );
      expect(wordless.map(([id]) => id)).toEqual([]);
    }
  });

  it.each(languages.map(language => [language.language, language] as const))(
    'are found by every one of their wordings (%s)',
    (_, language) => {
      const dead = [...wordingsOf(language)].filter(({ id, wording }) => !weights(written(wording)).has(id));
      expect(dead).toEqual([]);
    },
  );

  it.each(languages.map(language => [language.language, language] as const))(
    'share no strong wording, unless it names both at once (%s)',
    (_, language) => {
      const owners = new Map<string, Set<string>>();
      for (const { id, kind, wording } of wordingsOf(language)) {
        if (kind === 'weak') continue;
        const key = `${Array.isArray(wording)}|${keyOf(wording)}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(id));
      }
      const shared = [...owners].filter(
        ([key, ids]) => ids.size > 1 && !/\band\b|\brto rpo\b|\brpo rto\b/.test(key),
      );
      expect(shared.map(([key, ids]) => [key, ...ids])).toEqual([]);
    },
  );
});

describe('a loose wording', () => {
  it('says less of its control when common words alone meet it', () => {
    const weight = (text: string) => weights(text).get('access.customer_data') ?? 0;
    expect(weight('May I have a look at our records?')).toBeLessThan(0.7);
    expect(weight('Can your engineers read customer data?')).toBeGreaterThan(0.8);
  });
});

/** Every control above one, nearest first. */
function above(id: string): string[] {
  const up = controls.get(id)?.parent ?? null;
  return up === null ? [] : [up, ...above(up)];
}

const edges = [...controls.values()].flatMap(control => control.answers.map(to => [control.id, to] as const));
const answers = (from: string, to: string) => edges.some(edge => edge[0] === from && edge[1] === to);

describe('what is stated on one control', () => {
  it('answers controls that exist, each once, neither itself nor what it is a part of', () => {
    expect(edges.length).toBeGreaterThan(100);
    expect(edges.filter(([, to]) => !controls.has(to))).toEqual([]);
    expect(edges.filter(([from, to]) => from === to || above(from).includes(to))).toEqual([]);
    expect(new Set(edges.map(edge => edge.join(' '))).size).toBe(edges.length);
  });

  it.each([
    ['access.deprovisioning', 'hr.offboarding'],
    ['sdlc.code_review', 'change.approval'],
    ['sdlc.branch_protection', 'change.approval'],
    ['bcdr.dr_test', 'bcdr.test'],
    ['vuln.pentest', 'app.security'],
    ['vendor.subprocessor_obligations', 'vendor.contracts'],
    ['monitoring.alerting', 'incident.detection'],
    ['compliance.iso27001', 'governance.isms'],
  ])('answers in part for what it settles: %s for %s', (from, to) => {
    expect(answers(from, to)).toBe(true);
  });

  it.each([
    ['crypto.at_rest', 'crypto.in_transit'],
    ['crypto.in_transit', 'crypto.at_rest'],
    ['backup.general', 'backup.retention'],
    ['backup.general', 'data.retention'],
    ['backup.retention', 'data.retention'],
    ['incident.plan', 'incident.notification_customer'],
    ['logging.general', 'logging.retention'],
    ['logging.general', 'logging.review'],
    ['access.sso', 'access.mfa'],
    ['access.mfa', 'product.mfa'],
    ['privacy.gdpr', 'compliance.regulatory'],
    ['data.return', 'data.deletion_contract_end'],
    ['incident.management', 'incident.plan'],
    ['privacy.breach_regulator', 'incident.notification_customer'],
    ['availability.monitoring', 'monitoring.general'],
    ['vuln.scanning', 'vuln.pentest'],
    ['vuln.pentest', 'vuln.scanning'],
    ['governance.isms', 'compliance.iso27001'],
    ['compliance.framework_alignment', 'compliance.iso27001'],
    ['access.unique_ids', 'access.shared_accounts'],
    ['data.special_categories', 'data.personal'],
    ['hr.security_training', 'privacy.training'],
    ['bcdr.continuity_plan', 'bcdr.dr_plan'],
  ])('does not answer another question: %s for %s', (from, to) => {
    expect([controls.has(from), controls.has(to), answers(from, to)]).toEqual([true, true, false]);
  });

  it('does not answer for a named standard, law or scheme', () => {
    const named =
      /^compliance\.(soc\d|iso\w+|pci|hi\w+|fedramp|cmmc|nis\w+|csa_star|cyber_\w+|sox|ferpa)$|^ai\.(act|iso\w+)$|^privacy\.(gdpr|uk|ccpa|dpdp|pipl|dpf|sccs)$/;
    expect([...controls.keys()].filter(id => named.test(id)).length).toBeGreaterThan(20);
    expect(edges.filter(([, to]) => named.test(to))).toEqual([]);
  });

  it('does not answer for people it does not hold of', () => {
    const staff = /^(access|hr|endpoint)\./;
    const crossed = edges.filter(
      ([from, to]) =>
        (staff.test(from) && to.startsWith('product.')) || (staff.test(to) && /^vendor\./.test(from)),
    );
    expect(crossed).toEqual([]);
  });
});

describe('what a sentence is about', () => {
  it.each([
    ['access.mfa', 'Do you enforce two-factor authentication for administrators?'],
    ['access.deprovisioning', 'Somebody quits: how fast is their login gone?'],
    ['crypto.at_rest', 'Are the disks of the databases encrypted at rest?'],
    ['crypto.in_transit', 'All traffic is encrypted in transit with TLS.'],
    ['crypto.key_rotation', 'Keys are rotated every 90 days.'],
    ['backup.general', 'Backups run every night.'],
    ['vuln.pentest', 'Ethical hackers test the platform once a year.'],
    ['vuln.pentest', 'A penetration test is performed annually.'],
    ['incident.notification_customer', 'How soon will we be told about a data breach?'],
    ['hr.background_checks', 'Are criminal record checks done before someone is hired?'],
    ['vendor.subprocessors', 'Where is your list of sub-processors?'],
    ['access.passwords', 'How long must a password be?'],
    ['privacy.dpo', 'Who is your Data Protection Officer?'],
    ['logging.retention', 'How long are audit logs retained?'],
    ['network.firewall', 'Firewalls stand at the perimeter.'],
    ['physical.visitors', 'Visitors sign in and are escorted.'],
  ])('%s: %s', (id, text) => {
    expect(topics(text).slice(0, 3)).toContain(id);
  });

  it('is the same in British and American spelling', () => {
    for (const [british = '', american = ''] of [
      ['Is the data centre certified?', 'Is the data center certified?'],
      ['Who authorises access?', 'Who authorizes access?'],
      ['How are media sanitised and catalogued?', 'How are media sanitized and cataloged?'],
    ])
      expect([...weights(british)]).toEqual([...weights(american)]);
  });

  it('is nothing where nothing of the field is named', () => {
    for (const text of ['What colour is the logo?', 'Lunch is at noon.', ''])
      expect(topics(text).slice(0, 1), text).toEqual([]);
  });

  it('is the narrower control where its wording stands around the broader one’s', () => {
    const found = weights('Access reviews take place every quarter.');
    expect(found.get('access.review') ?? 0).toBeGreaterThan(found.get('access.control') ?? 0);
  });
});

describe('a Spanish question', () => {
  it.each([
    ['access.mfa', '¿Exigen autenticación multifactor a los administradores?'],
    ['crypto.at_rest', '¿Los datos de los clientes están cifrados en reposo?'],
    ['backup.general', '¿Con qué frecuencia se hacen las copias de seguridad?'],
    ['vuln.pentest', '¿Realizan pruebas de penetración todos los años?'],
    ['incident.plan', '¿Disponen de un plan de respuesta a incidentes?'],
    ['hr.security_training', '¿Reciben los empleados formación en seguridad?'],
    ['compliance.iso27001', '¿Tienen la certificación ISO 27001?'],
    ['vendor.due_diligence', '¿Cómo evalúan la seguridad de sus proveedores?'],
    ['vendor.management', '¿Qué proveedores acceden a los datos?'],
    ['governance.policy', '¿Existe una política de seguridad aprobada por la dirección?'],
  ])('finds its control %s: %s', (id, text) => {
    expect(topics(text).slice(0, 3)).toContain(id);
  });
});
