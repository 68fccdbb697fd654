// Words people tick or choose: yes, no, not applicable, partly, and the names of compliance states. They make a
// header cell a mark column, and a prefilled cell an answer rather than text to keep.

const words = `yes|no|n a|na|not applicable|not applic|partial|partially|planned|unknown|do not know|other|true|false|y|n
|compliant|non compliant|not compliant|partially compliant|fully compliant|implemented|not implemented|partially implemented|fully implemented
|in place|not in place|in progress|met|not met|partially met|pass|fail|fulfilled|not fulfilled|comply|does not comply|agree|disagree|open|closed
|valid|non valid|invalid|always|sometimes|never|none|low|medium|high|applicable|complete|completed|not started|done|accepted|rejected|tbd
|not verified|verified|not required|not tested|not assessed|not reviewed|not answered|satisfied|not satisfied|other than satisfied
|alternative implementation|inherited|full|fully|partly|conformant|nonconformant|non conformant|conforms|out of scope|in scope|under review
|ja|nein|teilweise|nicht zutreffend|entfallt|n z|nicht anwendbar|erfullt|nicht erfullt|teilweise erfullt|umgesetzt|nicht umgesetzt|teilweise umgesetzt
|geplant|entbehrlich|konform|nicht konform|offen|unbekannt
|si|parcial|parcialmente|no aplica|no aplicable|no procede|cumple|no cumple|cumple parcialmente|en proceso|planificado|conforme|no conforme
|oui|non|partiel|partiellement|sans objet|non applicable|s o|non conforme|partiellement conforme|prevu|en cours
|sim|nao|nao se aplica|nao aplicavel|n d|atende|nao atende|atende parcialmente|em andamento|planejado|nao conforme
|parziale|parzialmente|non applicabile|previsto|in corso|soddisfatto|non soddisfatto
|nee|gedeeltelijk|deels|niet van toepassing|nvt|n v t|voldoet|voldoet niet|voldoet deels|gepland
|はい|いいえ|該当なし|該当せず|対象外|一部|一部対応|未対応|対応済|対応済み|対応中|実施済|実施済み|未実施|検討中|可|不可|有|無|あり|なし|適合|不適合
|是|否|不适用|不適用|部分|部分符合|符合|不符合|有|无|無|已实施|未实施|部分实施|已实现|未实现|计划中|满足|不满足|部分满足|已完成|未完成
|예|아니요|아니오|해당 없음|해당없음|부분|준수|미준수|적용|미적용|이행|미이행|부분 이행|완료
|tak|nie|nie dotyczy|czesciowo|spelnia|nie spelnia|nej|nei|delvis|ej tillampligt|ikke relevant|uppfyllt|kylla|ei|osittain|ei sovellu|ano|ne|castecne|nevztahuje se
|da|nu|partial|nu se aplica|igen|nem|reszben|nem alkalmazhato|evet|hayir|hayır|kismen|kısmen|uygulanamaz|ναι|οχι|μερικως|δ υ|да|нет|частично|неприменимо|не применимо|так|ні|частково
|نعم|لا|جزئيا|لا ينطبق|כן|לא|חלקי|לא רלוונטי`;

export const optionWords: ReadonlySet<string> = new Set(
  words.split('|').map(word => word.trim().replace(/\s+/g, ' ')),
);

/** What a tick looks like once somebody has made it, or where a box waits for one. */
export const tickMarks: ReadonlySet<string> = new Set([
  'x',
  '✓',
  '✔',
  '☑',
  '☒',
  '☐',
  '□',
  '■',
  '●',
  '○',
  '◯',
  '[ ]',
  '[x]',
  '( )',
  'レ',
  '√',
  '✗',
  '✘',
]);

/** Cells that hold only the form's own prompt; the answer replaces it. */
export const promptPhrases =
  `select|please select|choose|choose an item|select one|select answer|please choose|pick one|drop down|click here|enter text
|enter response|see instructions|tbd|to be completed|to be filled|your answer here|type here|answer here|insert|bitte wahlen|bitte auswahlen|auswahlen
|hier eingeben|seleccione|seleccionar|elija|elegir|escriba aqui|selectionner|selectionnez|choisir|choisissez|saisir|selecione|escolha|inserir
|selezionare|seleziona|scegliere|scegli|inserire|selecteer|kies|maak een keuze|invullen|選択してください|選択|入力してください|ご記入ください|请选择|请填写|請選擇|請填寫`
    .split('|')
    .map(phrase => phrase.trim().replace(/\s+/g, ' '));
