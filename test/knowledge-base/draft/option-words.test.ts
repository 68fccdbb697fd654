import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseOption, claimOf } from '../../../knowledge-base/draft/choice.ts';

const FILES: {
  options: string[];
  yes: string | null;
  no: string | null;
  partly: string | null;
}[] = [
  { options: ['Yes', 'No', 'N/A'], yes: 'Yes', no: 'No', partly: null },
  { options: ['Please select', 'No', 'Yes'], yes: 'Yes', no: 'No', partly: null },
  { options: ['Y', 'N'], yes: 'Y', no: 'N', partly: null },
  { options: ['TRUE', 'FALSE'], yes: 'TRUE', no: 'FALSE', partly: null },
  { options: ['Yes', 'Partial', 'No'], yes: 'Yes', no: 'No', partly: 'Partial' },
  {
    options: ['Fully compliant', 'Partially compliant', 'Non-compliant', 'Not applicable'],
    yes: 'Fully compliant',
    no: 'Non-compliant',
    partly: 'Partially compliant',
  },
  { options: ['In place', 'Planned', 'Not in place'], yes: 'In place', no: 'Not in place', partly: null },
  {
    options: ['0 - Not implemented', '1 - Partially implemented', '2 - Fully implemented'],
    yes: '2 - Fully implemented',
    no: '0 - Not implemented',
    partly: '1 - Partially implemented',
  },
  { options: ['Sí', 'No', 'No aplica'], yes: 'Sí', no: 'No', partly: null },
  {
    options: ['Cumple', 'No cumple', 'Parcialmente'],
    yes: 'Cumple',
    no: 'No cumple',
    partly: 'Parcialmente',
  },
  { options: ['Oui', 'Non', 'Sans objet'], yes: 'Oui', no: 'Non', partly: null },
  {
    options: ['Conforme', 'Partiellement conforme', 'Non conforme'],
    yes: 'Conforme',
    no: 'Non conforme',
    partly: 'Partiellement conforme',
  },
  { options: ['Ja', 'Nein', 'Nicht zutreffend'], yes: 'Ja', no: 'Nein', partly: null },
  { options: ['Sim', 'Não', 'Não aplicável'], yes: 'Sim', no: 'Não', partly: null },
  { options: ['1', '2', '3', '4', '5'], yes: null, no: null, partly: null },
  { options: ['Low', 'Medium', 'High'], yes: null, no: null, partly: null },
  { options: [], yes: null, no: null, partly: null },
  {
    options: ['Yes - in production', 'Yes - in staging', 'No'],
    yes: null,
    no: 'No',
    partly: null,
  },
  {
    options: ['Yes, partly', 'Yes, completely', 'No'],
    yes: 'Yes, completely',
    no: 'No',
    partly: 'Yes, partly',
  },
  { options: ['Yes (automated)', 'Yes (manual)', 'No Answer', 'No'], yes: null, no: 'No', partly: null },
  {
    options: ['Vollständig umgesetzt', 'Teilweise umgesetzt', 'Nicht umgesetzt'],
    yes: 'Vollständig umgesetzt',
    no: 'Nicht umgesetzt',
    partly: 'Teilweise umgesetzt',
  },
  {
    options: ['Oui, en totalité', 'Oui, partiellement', 'Non'],
    yes: 'Oui, en totalité',
    no: 'Non',
    partly: 'Oui, partiellement',
  },
  { options: ['Ja', 'Nee', 'N.v.t.'], yes: 'Ja', no: 'Nee', partly: null },
  {
    options: ['Totalmente implementado', 'Parcialmente implementado', 'No implementado'],
    yes: 'Totalmente implementado',
    no: 'No implementado',
    partly: 'Parcialmente implementado',
  },
];

describe('the file’s own word for what the evidence supports', () => {
  for (const { options, yes, no, partly } of FILES)
    it(`${options.join(' / ') || 'no options'}`, () => {
      const order = fc.shuffledSubarray(options, { minLength: options.length });
      fc.assert(
        fc.property(order, given => {
          expect(chooseOption(given, 'yes', 'answered')).toBe(yes);
          expect(chooseOption(given, 'no', 'answered')).toBe(no);
          expect(chooseOption(given, 'yes', 'partly')).toBe(partly);
        }),
        { numRuns: 10 },
      );
    });

  it('stays empty when in doubt, whatever the options', () => {
    const options = fc.shuffledSubarray(FILES.flatMap(file => file.options));
    fc.assert(
      fc.property(options, given => {
        for (const polarity of ['unknown', 'na'] as const) {
          expect(chooseOption(given, polarity, 'answered')).toBeNull();
          expect(chooseOption(given, polarity, 'partly')).toBeNull();
        }
        expect(chooseOption(given, 'yes', 'not-stated')).toBeNull();
        const chosen = chooseOption(given, 'yes', 'answered');
        if (chosen !== null)
          expect(['no', 'na', 'partly', 'planned', 'unknown']).not.toContain(claimOf(chosen));
      }),
      { numRuns: 100 },
    );
  });

  it('takes the bare Yes before a Yes with a rider', () => {
    expect(chooseOption(['Yes, with compensating control', 'Yes', 'No'], 'yes', 'answered')).toBe('Yes');
  });
});
