// What the words over a column mean, in the languages questionnaires mostly come in. Data only: a phrase
// is matched on whole words after case, accents and punctuation are dropped; a `*` opens that end of the word, a
// leading `=` asks for the whole header, and scripts written without spaces match anywhere. The weight says how much the phrase settles the role.

export type HeaderRole =
  | 'reviewer'
  | 'guidance'
  | 'reference'
  | 'section'
  | 'score'
  | 'comment'
  | 'answer'
  | 'question'
  | 'other';

/** Filled in, these columns help the vendor; empty, they wait for what the vendor has to say. */
export const explanationWords =
  'explanat*|clarification*|precision*|=hinweise|=hinweis|erlauterung*|aclaracion*|esclareciment*|chiariment*|toelichting*|*说明*|*說明*|*説明*|*補足*|=설명';

export interface HeaderWords {
  role: HeaderRole;
  weight: number;
  phrases: string;
}

/** Earlier entries win a tie of weights: "Question ID" is a reference, "Answer score" a score. */
export const headerWords: HeaderWords[] = [
  {
    role: 'reviewer',
    weight: 5,
    phrases: `analyst*|reviewer*|assessor*|auditor*|evaluator*|internal use|office use|internal comment*|internal note*
      |customer comment*|customer note*|customer use|customer score|customer assessment|customer review|client comment*
      |client use|client review|buyer comment*|buyer use|buyer review|procurement use|procurement comment*|review result*
      |review comment*|reviewed by|assessment result*|evaluation result*|for internal*|do not fill*|do not complete
      |follow up|follow up inquir*|reason for question|verified by|approver*|approved by|checked by
      |revisor*|auditeur*|evaluador*|analista*|uso interno|comentario* interno*|avaliador*|usage interne
      |reserve a l acheteur|commentaire* interne*|prufer*|gutachter*|intern*|nur fur interne*|valutatore*|revisore*
      |beoordelaar*|intern gebruik|uso del comprador|uso del cliente|*社内*|*評価者*|*確認者*|*審査*|*レビュ*|*审核*|*评审*|*内部*|*評審*|검토자|심사|평가자`,
  },
  {
    role: 'guidance',
    weight: 4,
    phrases: `answer option*|response option*|possible answer*|possible response*|permitted value*|allowed value*
      |expected answer*|expected response*|expected evidence|preferred response*|preferred answer*|compliant response*
      |sample answer*|sample response*|example answer*|example response*|answer type|response type|question type
      |scoring guide*|scoring criteria|rating guide*|answer guid*|response guid*|how to answer|help text
      |antwortoption*|antworttyp*|fragetyp*|opciones de respuesta|tipo de respuesta|options de reponse|type de reponse
      |opcoes de resposta|tipo de resposta|opzioni di risposta|tipo di risposta|antwoordoptie*|*回答例*|*選択肢*|*回答选项*|*答案选项*`,
  },
  {
    role: 'guidance',
    weight: 3,
    phrases: `guid*|instruction*|help|hint*|example*|explanatory*|clarification*|rationale|interpretation|tooltip*
      |additional guidance|implementation guidance|hinweis*|anleitung*|erlauterung zur frage|beispiel*|hilfe|ausfullhilfe
      |guia*|instruccion*|ayuda|ejemplo*|orientacion*|indications|aide|exemple*|consigne*|precision*|instruc*|orientac*|ajuda
      |exemplo*|istruzion*|guida|aiuto|esempi*|suggeriment*|toelichting bij de vraag|instructie*|uitleg|voorbeeld*|hulp
      |설명|안내|지침|예시|*説明*|*ガイド*|*補足*|*解説*|*例*|*指引*|*指南*|*示例*|*填写说明*|*说明*
      |wskazowk*|wyjasnieni*|vagledning*|vejledning*|veiledning*|ohje*|pokyny*|napoved*|indrumar*|utmutato*|rehber*|οδηγι*|пояснени*|указани*|إرشاد*|ارشاد*|הנחי*`,
  },
  {
    role: 'reference',
    weight: 3,
    phrases: `id|ids|#|no$|num|nr|number|numbers|numero*|ref no|ref id|item no|q no|=key|code|guid|uuid|cwe|=index|=row|seq*|s no|sl no|sr no
      |n$|nº|№|lfd|lfd nr|nummer*|kennung|kennziffer|ziffer|fragennummer|fragenr|codigo*|clave|identificador*|identifiant*
      |codice|identificativo|identificatore|volgnummer|*番号*|*項番*|*编号*|*序号*|*編號*|*項次*|*代码*|번호|순번|코드
      |lp|l p|lopnr|lopenr|nro|cislo|c$|nr crt|sorszam|sira|sira no|sıra|sıra no|αα|α α|номер|№ п п|п п|م|رقم|الرقم|מס|מספר`,
  },
  {
    role: 'section',
    weight: 3,
    phrases: `category|categories|stream|streams|section*|domain*|topic*|area*|subarea|sub area|family|pillar*|chapter*|theme*|subject*|group*
      |sub category|subcategory|control family|capability|function|main area|subdomain|kategorie*|bereich*|abschnitt*|thema|themen*
      |themengebiet*|kapitel*|categoria*|seccion*|dominio*|tema*|ambito*|apartado*|capitulo*|categorie*|domaine*|rubrique*|theme*
      |chapitre*|secao|secoes|sezione|argomento|capitolo|onderwerp*|hoofdstuk*|domein*|rubriek*|*分類*|*区分*|*カテゴリ*|*大項目*|*中項目*
      |*分野*|*控制域*|*安全域*|*类别*|*分类*|*领域*|*章节*|*類別*|*領域*|분류|구분|영역|범주|도메인
      |obszar*|kategoria|sekcja|rozdzial*|omrade*|område*|avsnitt*|kapitel*|osa alue*|luokka|aihealue*|oblast*|kapitola|domeniu*|sectiune*|terulet*|fejezet*|bolum*|kategori*|ενοτητα|κατηγορια|раздел*|категори*|область|القسم|المجال|الفئة|المحور|קטגוריה|תחום`,
  },
  {
    role: 'score',
    weight: 3,
    phrases: `score*|tier|tiers|weight*|severity|priority|criticality|importance*|points|risk rating|risk level|risk score|risk|impact|likelihood
      |rating|grade|level|levels|maximum|max|percentage|rag|gewicht*|punkt*|bewertung|schweregrad|prioritat|wichtigkeit|risiko*|kritikalitat
      |puntuacion|peso|ponderacion|severidad|prioridad|criticidad|importancia|riesgo*|nivel*|poids|ponderation|gravite|priorite|criticite
      |niveau*|risque*|note sur|pontuacao|severidade|prioridade|criticidade|risco*|punteggio|peso|gravita|priorita|rischio|livello
      |gewicht|ernst|prioriteit|belang|weging|*重要度*|*配点*|*得点*|*点数*|*優先度*|*リスク*|*权重*|*分值*|*得分*|*评分*|*重要性*|*优先级*|*风险等级*|심각도|중요도|우선순위|점수|배점|위험도
      |waga|punkty|ocena|priorytet*|poang*|vikt|viktighet|pisteet|painoarvo|vaha|body|priorita|punctaj*|pontszam*|suly|puan*|agirlik*|oncelik*|onem derecesi|балл*|оценка|приоритет*|вес|βαρυτητα|βαθμολογια|الوزن|الأولوية|ציון|עדיפות`,
  },
  {
    role: 'comment',
    weight: 3,
    phrases: `comment*|note*|remark*|evidence*|explanation*|explain*|justification*|additional information|additional info|supporting*
      |additional detail*|details|artifact*|artefact*|attachment*|proof|description of implementation|implementation description
      |implementation detail*|implementation note*|further information|further detail*|more detail*|narrative|elaborat*|compensating control*
      |remediation plan*|action plan*|please explain|if no explain|if yes explain|exception*|observation*|responsibilities|supporting document*
      |improvement*|reference to evidence|evidence reference|document reference*|policy reference
      |kommentar*|bemerkung*|anmerkung*|nachweis*|erlauterung*|begrundung*|erganz*|zusatzliche*|notiz*|massnahmen*
      |comentario*|observacion*|evidencia*|justificacion*|notas|nota|aclaracion*|informacion adicional|detalle*|commentaire*|remarque*
      |observation*|preuve*|justificati*|explication*|informations complementaires|details|precisez|observac*|evidencia*|justificativa*|comentario*
      |informacoes adicionais|esclareciment*|commenti|commento|osservazion*|evidenz*|giustificazion*|informazioni aggiuntive|dettagli
      |opmerking*|toelichting*|bewijs*|onderbouwing*|aanvullende*|*備考*|*コメント*|*補足説明*|*根拠*|*証跡*|*エビデンス*|*备注*|*注释*|*证据*|*证明材料*|*证明文件*|*佐证*|*佐證*|*證明文件*|*添付資料*|*証拠*|*补充*|*備註*|*證據*|비고|의견|코멘트|증적|증빙|근거|메모
      |uwagi|uwaga|komentarz*|dowod*|uzasadnieni*|anmarkning*|bevis|bemærkning*|bemerkning*|merknad*|huomautu*|huomiot|kommentti*|lisatie*|lisatiedot|perustelu*|poznamk*|dukaz*|zduvodneni*|observatii|comentarii|dovezi|justificar*|megjegyzes*|bizonyitek*|indoklas*|aciklama*|acıklama*|yorum*|kanit*|kanıt*|σχολια|παρατηρησεις|τεκμηριωση|комментари*|примечани*|обосновани*|подтвержд*|коментар*|примітк*|ملاحظ*|تعليق*|الأدلة|إثبات*|הערות|הערה|ראיות`,
  },
  {
    role: 'answer',
    weight: 3,
    phrases: `answer*|response|responses|reply|replies|respondent*|=status|complian* status|status of compliance|=compliant|=compliance|=compliance y n
      |=compliance yes no|=complies|=comply|=conformity|=conformance|=conforms|=implemented|implementation status|=in place|yes no|y n|yes no na|=fulfilled|=met
      |=result|=results|test result|=state|=valid|meets requirement|meets requirements|requirement met|=self assessment|self assessment result|current state
      |=maturity|maturity level|current maturity|target maturity|=applicable|=applicability|control ownership|=ownership|control status|current status|vendor status|=done|=completed|=checked|=ok|=confirmed|=agreed|
      *antwort*|erfullt|erfullungsgrad|umgesetzt|umsetzungsstatus|umsetzungsstand|vorhanden|ja nein|stellungnahme*|=konform|=konformitat|reifegrad|=ergebnis|umsetzung
      |respuesta*|contestacion|=cumple|=cumplimiento|=estado|estado de cumplimiento|si no|=implementado|=implantado|nivel de madurez|=madurez|reponse*|=conforme|=conformite|=statut|oui non|=etat|etat de conformite
      |resposta*|=atende|=conformidade|=situacao|sim nao|=implementado|=maturidade|nivel de maturidade|rispost*|riscontro|=conforme|=conformita|=stato
      |=maturita|antwoord*|=voldoet|ja nee|=conformiteit|volwassenheid|=reactie
      |*回答*|*対応状況*|*実施状況*|*適合*|*遵守*|*該否*|*ステータス*|*答复*|*答案*|*应答*|*是否符合*|*状态*|*符合性*|*回复*|*回覆*|*填写*|*答覆*|답변|응답|회신|상태|준수여부|이행여부|적용여부|현황
      |odpowiedz*|spelnien*|spelnia|zgodnosc|svar|svaret|svar ja nej|ja nej|ja nei|efterlevnad|uppfylls|uppfyllt|opfyldt|oppfylt|vastau*|toteutu*|odpoved*|splneno|splnuje|ano ne|tak nie|kylla ei|raspuns*|da nu|indeplinit|valasz*|igen nem|megfelel*|cevap*|yanit*|yanıt*|evet hayir|evet hayır|απαντηση*|ναι οχι|συμμορφωση|ответ*|да нет|соответстви*|выполнен*|відповід*|الإجابة|إجابة|الاجابة|اجابة|الإجابات|الامتثال|الرد|الجواب|نعم لا|תשובה|תשובות|מענה|כן לא`,
  },
  {
    role: 'question',
    weight: 3,
    phrases: `question*|inquiry|inquiries|assessment question*|request|query|queries|questionnaire item*|control question*|question text
      |question request|*frage*|prufpunkt*|pregunta*|cuestion*|interrogante*|question*|pergunta*|quest*|questao|domand*|quesit*|vraag*|vragen
      |*質問*|*設問*|*問い*|*确认事项*|*問題*|*问题*|*提问*|질문|질의|문항|점검|확인사항|*調查項目*|*调查项目*|*調査項目*|*確認事項*|*確認項目*|*チェック項目*|*检查项*
      |pytani*|zagadnieni*|fraga|fragor|fragan|spørgsmal*|sporgsmal*|spørsmal*|sporsmal*|kysymy*|otazk*|intrebar*|kerdes*|soru|sorular|soru metni|ερωτηση*|ερωτημα*|вопрос*|питанн*|السؤال|سؤال|الأسئلة|الاسئلة|שאלה|שאלות`,
  },
  {
    role: 'question',
    weight: 2,
    phrases: `requirement*|statement*|checklist item*|control description|control specification|control statement|control objective|criteria
      |criterion|verification*|control requirement*|security requirement*|practice*|check|checks|check item*|test|measure|control text|ask
      |anforderung*|massnahme|kriterium|kriterien|sicherheitsanforderung*|kontrolle*|prufung|requisito*|control|criterio*|exigence*|mesure*|critere*
      |requisit*|criterio*|eis|eisen|maatregel*|vereiste*|*要求*|*要件*|*管理策*|*項目*|*基準*|*控制措施*|*标准*|*检查内容*|*内容*|요구사항|통제항목|항목|기준
      |wymagani*|wymog*|kryteri*|krav|sakerhetskrav|sikkerhedskrav|sikkerhetskrav|vaatimu*|pozadav*|opatreni|cerint*|kovetelmeny*|gereksinim*|gereklilik*|απαιτηση*|требовани*|вимог*|المتطلب*|الضابط|דרישה|דרישות`,
  },
  {
    role: 'question',
    weight: 1,
    phrases: `description*|item|items|control|controls|text|title|name|beschreibung*|descripcion*|description*|descricao|descrizione|omschrijving*
      |information requested|information required|field|objective|*描述*|*内容*`,
  },
  {
    role: 'reference',
    weight: 1,
    phrases: `ref|reference*|referenz*|referencia*|refer*|rif|riferimento|verwijzing|mapping|standard*|norm|norma|norme|clause|iso*|nist*|*参照*|*参考*|*条款*`,
  },
  {
    role: 'other',
    weight: 2,
    phrases: `date|due date|target date|owner|responsible|responsible party|assigned to|contact|more info|link|url|training|version|vendor name|author
      |last updated|weight factor|category weight|datum|verantwortlich*|fecha|responsable|date d echeance|echeance|responsavel|scadenza|verantwoordelijke*
      |*担当*|*期限*|*日付*|*负责人*|*日期*`,
  },
];
