// How a demand for information begins or sounds, per language: interrogatives, polite imperatives, and the modal
// verbs of requirement statements. Used as evidence beside the shape of a column, never as the only test.

/** A sentence that starts so asks, whether or not a question mark follows. */
export const askingOpenings = `do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|shall|may|must|what|which|who|whom|whose|when|where|why|how
|if so|if yes|if no|in which|in what|to what|for which|for what|at what|by what|on what|from which|within what
|werden|wird|ist|sind|hat|haben|gibt|wie|was|welche|welcher|welches|welchen|wer|wo|wann|warum|kann|konnen|verfugt|verfugen|besteht|bestehen|existiert|existieren
|fuhrt|fuhren|nutzen|verwenden|erfolgt|erfolgen|liegt|liegen|sofern ja|wurde|wurden|bieten|setzen|setzt|unterhalt
|que|cual|cuales|quien|quienes|como|cuando|donde|cuanto|cuantos|cuantas|por que|existe|existen|tiene|tienen|dispone|disponen|cuenta|cuentan|se realiza|se realizan|se ha|se han|esta|estan|es|son|ha|han|el proveedor|posee
|quel|quelle|quels|quelles|qui|quand|ou|pourquoi|comment|combien|est ce|est il|est elle|disposez|avez|etes|existe t il|y a t il|utilisez|effectuez|les|votre|vos|pouvez
|qual|quais|quem|quando|onde|quantos|por que|possui|possuem|ha|existe|existem|e realizado|sao|a empresa|voce|voces|utiliza|realiza
|quale|quali|chi|quando|dove|perche|come|quanto|avete|siete|esiste|esistono|e previsto|sono|dispone|utilizzate|viene|vengono
|wat|welke|wie|waar|wanneer|waarom|hoe|heeft|hebben|bent|zijn|beschikt|beschikken|worden|wordt|maakt|gebruikt|kunt|kan
|czy|jakie|jaki|jaka|jak czesto|w jaki sposob|ktore|ktory|gdzie|har|finns|finnes|findes|hur|hvordan|vilka|vilken|hvilke|hvilken|anvander|bruker|bruger
|onko|miten|kuinka|kuka|mitka|mika|existuje|jakym|jsou|jak jsou|aveti|exista|cum|hogyan|milyen|rendelkezik|rendelkeznek|υπαρχει|υπαρχουν|εχετε|διαθετετε|πως|ποιος
|имеется|имеются|есть ли|проводится|проводятся|используется|осуществляется|как|какие|каким|кто|чи|هل|كيف|كم|ما هي|ما هو|متى|أين|اين|האם|כיצד|איך|מי`;

/** A sentence that starts so orders, and waits for an answer or an assessment. */
export const orderingOpenings = `describe|provide|please|list|explain|specify|state|indicate|confirm|detail|outline|attach|enumerate|name|give|summarize|summarise|share
|submit|upload|elaborate|tell us|use this|select|discuss|note any|enter
|beschreiben|bitte|nennen|erlautern|geben|listen|fuhren sie|stellen sie|bestatigen|legen sie|erklaren|angabe
|describa|describir|indique|indicar|proporcione|proporcionar|enumere|explique|explicar|especifique|detalle|detallar|adjunte|liste|facilite|aporte|confirme|por favor
|decrivez|decrire|indiquez|indiquer|fournissez|fournir|precisez|preciser|listez|lister|expliquez|expliquer|veuillez|joindre|joignez|detaillez|confirmez|merci de
|descreva|descrever|informe|informar|forneca|fornecer|liste|especifique|detalhe|anexe|explique|apresente|por favor|confirme
|descrivere|descrivete|descriva|indicare|indicate|fornire|fornite|elencare|elencate|specificare|spiegare|allegare|precisare|si prega|confermare
|beschrijf|geef|vermeld|licht|noem|leg|omschrijf|bevestig|gelieve|verstrek|graag
|opisz|prosze|podaj|wskaz|wymien|beskriv|ange|redogor|oppgi|angiv|kuvaa|kuvaile|kuvatkaa|luettele|popiste|uvedte|descrieti|precizati|ismertesse|adja meg
|aciklayiniz|açıklayınız|acıklayınız|belirtiniz|περιγραψτε|αναφερετε|опишите|укажите|перечислите|опишіть|اذكر|صف|يرجى|תאר|פרט`;

/** A sentence that starts so states what has to be done: an item of a checklist, or of a specification. */
export const requiringOpenings = `verify|verify that|ensure|ensure that|check|check that|identify|demonstrate|define|document|include|establish|maintain|implement|enable|disable|restrict|use|require
|prufen|sicherstellen|stellen sie sicher|uberprufen|verifique|verificar|asegure|asegurar|garantizar|compruebe|comprobar|verifier|verifiez|assurer|s assurer|garantir
|assegurar|verificare|garantire|assicurare|controleer|zorg`;

/** "List of participants", "Name of the officer": the opening is a noun here, not an order. */
export const nounSigns = 'of|with|for|and|or|de|del|des|du|da|do|di|der|von|van|zu';

/** Inside a sentence: somebody must do something, so a vendor can be asked whether it does. */
export const requiringWords = `must|shall|should|is required to|are required to|needs to|has to
|muss|mussen|soll|sollen|sollte|sollten|ist zu|sind zu|hat zu
|debe|deben|debera|deberan|deberia|doit|doivent|devra|devront|devrait
|deve|devem|devera|deverao|devono|dovra|dovranno|moet|moeten|dient|dienen`;

/** The same for scripts without spaces: matched anywhere; the first list is enough on its own. */
export const cjkAsking = [
  'ますか',
  'ですか',
  'でしょうか',
  'ください',
  '下さい',
  'か。',
  '吗',
  '嗎',
  '是否',
  '请',
  '請',
  '如何',
  '哪些',
  '什么',
  '什麼',
  '何か',
  '有无',
  '有無',
  '다음',
  '습니까',
  '니까',
  '십시오',
];
export const cjkRequiring = [
  'こと',
  'しなければ',
  'すべき',
  '必要がある',
  '应当',
  '应',
  '應',
  '必须',
  '必須',
  '需要',
  '须',
  '해야',
];
