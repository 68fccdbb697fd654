// Everyday words that say the same in this field, one group a line, and opposites. Customers ask in plain words
// what policies say in terms; a word matched through its group counts for a little less than the word itself.
// Only words that are interchangeable in most security questions stand here: topics belong in the vocabulary.
import { root } from './stem.ts';

const GROUPS = `
help assist assistance aid
employee staff personnel worker workforce colleague teammate people hire
contractor freelancer temp consultant
customer client tenant subscriber buyer
vendor supplier provider subprocessor thirdparty subcontractor partner
laptop workstation desktop computer notebook endpoint device machine pc
phone smartphone mobile tablet
notify inform alert tell communicate notification disclose report
delete erase remove purge destroy wipe dispose sanitize deletion destruction disposal erasure
keep retain store hold save retention archive preserve
encrypt scramble cipher unreadable ciphertext
plaintext cleartext unencrypted readable
annual yearly year
quarter quarterly
month monthly
week weekly
day daily nightly
hour hourly
regular periodic routine recurring
test exercise drill rehearse simulate tabletop
check verify inspect examine validate assess review audit evaluate
scan detect discover identify
flaw vulnerability weakness bug hole cve defect
breach incident compromise intrusion leak exposure
hack attack threat adversary attacker malicious
fix patch remediate repair update correct resolve mitigate
mandatory required compulsory obligatory must require enforce oblige
approve authorize sanction signoff consent permit allow
forbid prohibit ban disallow prevent block deny restrict
limit restrict confine constrain
log record journal trail
monitor watch observe track supervise surveillance
backup copy replica snapshot duplicate
restore recover recovery restoration
outage downtime disruption failure interruption disaster
uptime availability available
failover redundancy redundant standby replicate
region zone location site datacenter
country jurisdiction nation
host run operate deploy
leave depart terminate resign exit offboard quit termination departure
join onboard hire start
revoke withdraw disable deactivate remove terminate
grant give assign provision issue provide
password passphrase credential
login signin logon authenticate authentication
privilege permission right entitlement access
admin administrator superuser root
training education awareness course learn instruct teach
contract agreement addendum clause
law regulation legislation statute legal regulatory
certify certification certificate accreditation attest attestation
independent external outside
internal inside inhouse
screen vet background check
segregate separate isolate partition segment segmentation isolation separation
owner responsible accountable oversee lead
publish list post public
contact email mail address reach
publicly internet public external
code source software
developer engineer programmer
release deploy deployment rollout ship launch
change modify alter modification
automate automatic automated
continuous constant ongoing realtime
immediate prompt urgent swift
unique individual personal distinct
visitor guest
escort accompany
dedicated single
share shared common
rotate renew replace rotation
key secret
hash salt
strong robust complex
minimum least lowest
privacy dataprotection
personal pii
confidential sensitive secret
secure protect safeguard guard defend
document policy procedure written
risk threat hazard
insure insurance
pay compensate refund credit
request ask demand
transfer transmit send move transit
network traffic
wifi wireless
building office premises facility
camera cctv video
badge card keycard
malware virus antivirus ransomware
filter block
anonymize pseudonymize mask redact deidentify disguise
artificial ai ml
opensource library dependency component package
subcontract outsource
return handback
complain complaint
child minor
`;

const OPPOSITES = `
manual:automate automatic automated
plaintext cleartext unencrypted readable:encrypt scramble unreadable ciphertext
share shared common:unique individual separate dedicated isolate
public:private internal confidential
optional voluntary:mandatory required compulsory enforce must
unlimited forever indefinite permanent:limit expire delete
single one:multiple several redundant across
shared:separate isolate
weak:strong
broad wide excessive:least limit restrict minimal minimum narrow need
never:always
permanent standing:temporary
everyone everybody anyone:restrict limit least authorize need
unrestricted open:restrict closed limit
disable:enable
onpremise:cloud
unpatched:patch
unauthorized:authorize
direct directly:through via proxy tunnel
`;

const lines = (text: string) => text.split('\n').filter(line => line.trim() !== '');
const rootsOf = (text: string) => text.split(/\s+/).filter(Boolean).map(root);

const groupsOf = new Map<string, string[]>();
for (const [i, line] of lines(GROUPS).entries()) {
  for (const word of rootsOf(line)) groupsOf.set(word, [...(groupsOf.get(word) ?? []), `~${i}`]);
}
const oppositesOf = new Map<string, Set<string>>();
for (const line of lines(OPPOSITES)) {
  const [left = [], right = []] = line.split(':').map(rootsOf);
  for (const [a, b] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const word of a) oppositesOf.set(word, new Set([...(oppositesOf.get(word) ?? []), ...b]));
  }
}

const none: readonly string[] = [];
const nobody: ReadonlySet<string> = new Set();

/** Names of the groups a root stands in; they are no words, so they can be indexed beside roots. */
export function wordGroups(root: string): readonly string[] {
  return groupsOf.get(root) ?? none;
}

const allOpposites = new Map<string, ReadonlySet<string>>();

/** Un- and non- before a word; "undergo", "unique" and "until" only look so. */
const PREFIXED = /^(?:un(?!der|iq|if|it|ion|ivers|til|ix)|non)(.{4,})$/;

/** Roots that say the opposite of this one: those of the list, and the word without its un- or non-. */
export function opposites(root: string): ReadonlySet<string> {
  const known = allOpposites.get(root);
  if (known) return known;
  const listed = oppositesOf.get(root) ?? nobody;
  const bare = PREFIXED.exec(root)?.[1];
  const all = bare === undefined || listed.has(bare) ? listed : new Set([...listed, bare]);
  if (allOpposites.size < 50_000) allOpposites.set(root, all);
  return all;
}
