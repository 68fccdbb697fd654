// What is done, apart from what it is done to. A policy that says a plan exists does not say that the plan is
// tested, shared or approved; so the actions a question names are looked for by themselves. One group a line.
import { root } from './stem.ts';

const ACTIONS = `
test exercise drill rehearse simulate tabletop
review recertify revisit reassess
audit
approve authorize signoff sanction
train educate training education awareness
acknowledge sign signature attest
notify inform tell told alert notification
encrypt encryption cipher
log record journal
monitor watch observe surveillance
alert alarm
scan scanning
patch update upgrade
vet screen screening diligence assess
separate segregate isolate segment partition segregation isolation segmentation dedicate
backup
restore recover recovery restoration
replicate replication mirror
classify label classification labelling
inventory catalog register
certify certification certificate accredit accreditation
insure insurance
measure metric kpi track
escalate escalation
verify validate verification validation
rotate rotation renew
revoke disable deactivate deprovision withdraw
delete erase destroy purge wipe dispose deletion destruction disposal erasure
retain retention keep
anonymize pseudonymize mask tokenize redact
share disclose publish furnish
automate automatic automated automation
filter block blacklist whitelist allowlist
harden hardening baseline
investigate forensic forensics investigation
transfer transmit export
collect collection
consent
subcontract outsource outsourced
escort
lock lockout
hash
return
sell sale
customize configure configurable
integrate integration
import
reuse
benchmark compare
discipline disciplinary sanction penalty
indemnify
translate
`;

const groups = new Map<string, number[]>();
for (const [i, line] of ACTIONS.split('\n')
  .filter(text => text !== '')
  .entries()) {
  for (const word of line.split(' ')) groups.set(root(word), [...(groups.get(root(word)) ?? []), i]);
}

/** The actions named by a list of roots, as group numbers. */
export function actionsIn(roots: Iterable<string>): Set<number> {
  const out = new Set<number>();
  for (const word of roots) for (const group of groups.get(word) ?? []) out.add(group);
  return out;
}

const STATES = 'encrypt log monitor backup block harden separate hash';
const states: ReadonlySet<number> = new Set(STATES.split(' ').flatMap(word => groups.get(root(word)) ?? []));

/**
 * Of these roots the actions that are a state: where the control is in place they are done ("TLS" encrypts). That
 * something is tested, approved or certified is never told by its being there.
 */
export function statesIn(roots: Iterable<string>): number[] {
  return [...actionsIn(roots)].filter(action => states.has(action));
}
