// Names that tell a sheet, a row or a field apart from questions: lookup and report sheets, the ends and
// headings of tables, the contact block of a form, cells nobody should write in, and titles of questionnaires.

/** Sheets that hold no questions to answer, whatever their columns look like. */
export const lookupSheets = `change log|changelog|revision history|version history|document history|glossary|definitions|acronyms|abbreviations|lookup*|lookups|list values|values|lists
|dropdown*|drop down*|picklist*|instructions|readme|read me|how to|guiding principles|introduction|legend|license|licence|acknowledg*|copyright|mapping*|crosswalk*|cover|cover sheet|cover page
|anderungshistorie|anderungen|glossar|anleitung|legende|deckblatt|werte|listen|historial de cambios|glosario|instrucciones|portada|listas|historique*|glossaire|instructions
|page de garde|listes|historico*|instrucoes|capa|cronologia|istruzioni|copertina|elenchi|wijzigingshistorie|woordenlijst|instructies|voorblad|keuzelijsten
|*変更履歴*|*改訂履歴*|*用語*|*記入要領*|*表紙*|*リスト*|*修订记录*|*版本*|*术语*|*填写说明*|*封面*`;

/** Sheets where the customer judges or sums up what was answered elsewhere. */
export const reportSheets = `evaluation*|analyst*|scoring|score*|scorecard*|report*|summary|dashboard*|results|reviewer*|analysis|overview|statistics|charts|chart*|calculation*|backend*|assessor*
|auswertung*|bericht*|zusammenfassung*|ubersicht*|ergebnis*|evaluacion*|informe*|resumen*|resultado*|analisis|rapport*|synthese*|resultat*|tableau de bord
|avaliacao*|relatorio*|resumo*|painel|valutazione*|riepilogo*|risultati|analisi|beoordeling*|samenvatting*|overzicht*|*集計*|*評価結果*|*サマリ*|*汇总*|*评估结果*|*统计*|*彙總*`;

/** A row that says the table is over, is empty on purpose, or was withdrawn. */
export const deadRows = `deleted|withdrawn|retired|reserved|removed|deprecated|merged into|merged with|moved to|intentionally left blank|intentionally blank|this row is blank
|end of sheet|end of table|end table data|end of questionnaire|end of document|end of worksheet|end of list|end of section|end of form|do not edit below|do not modify below
|geloscht|entfallen|zuruckgezogen|ende der tabelle|ende des blatts|ende des fragebogens|eliminado|eliminada|fin de la tabla|fin del cuestionario|fin de la hoja|supprime|supprimee|fin du tableau|fin du questionnaire
|excluido|removido|fim da tabela|fim do questionario|eliminato|fine della tabella|fine del questionario|vervallen|verwijderd|einde van de tabel|einde vragenlijst`;
export const deadRowsCjk = ['削除', '以下余白', '以上', '已删除', '已刪除', '此行留空', '結束'];

/** Totals and headings of the score at the foot of a table. */
export const totalRows = `total|totals|subtotal|sub total|grand total|overall score|total score|average|sum|summe|gesamt|gesamtpunktzahl|suma|somme|total general|totale|media|totaal|gemiddelde|合計|小計|平均|合计|总计|平均分`;

/** A cell's own message that nobody should type there. */
export const keepOutPrompts = `left blank|leave blank|leave this cell blank|do not edit|do not enter|do not change|do not modify|do not fill|cannot be made|cannot be edited|read only|auto populated|autopopulated
|has been populated|automatically calculated|calculated automatically|does not need to be re entered|can break|editing this cell|leer lassen|nicht andern|nicht bearbeiten|nicht ausfullen|dejar en blanco|no modificar
|no editar|no rellenar|laisser vide|ne pas modifier|ne pas remplir|deixe em branco|nao editar|nao preencher|lasciare vuoto|non modificare|leeg laten|niet wijzigen|niet invullen|入力不要|変更しないで|请勿|請勿|不要填写`;

/** The contact block of a form: filled by the vendor, but not a question about its security. */
export const contactWords = `name|names|company|company name|organisation|organization|organization name|organisation name|vendor|vendor name|supplier|supplier name|provider name|address|street|city|country|zip|postal code|phone
|telephone|mobile|fax|e mail|email|contact|contact person|contact name|title|job title|position|role|date|date completed|signature|signed|website|web site|url|respondent|completed by|prepared by|submitted by|product name|service name
|solution name|solution description|services provided|department|location|version|document version|number of employees|headquarters|legal name|project|project name|reviewer|author|approved by|responsible role
|firma|firmenname|unternehmen|name des unternehmens|lieferant|anschrift|adresse|strasse|ort|plz|land|telefon|ansprechpartner|kontakt|funktion|datum|unterschrift|ausgefullt von|abteilung
|nombre|empresa|nombre de la empresa|razon social|proveedor|direccion|ciudad|pais|telefono|correo|correo electronico|contacto|persona de contacto|cargo|puesto|fecha|firma|nif|cif
|nom|prenom|entreprise|societe|raison sociale|nom de l entreprise|fournisseur|adresse|ville|pays|telephone|courriel|contact|fonction|date|signature|siret
|nome|nome da empresa|razao social|cnpj|fornecedor|endereco|cidade|telefone|contato|cargo|data|assinatura|azienda|nome azienda|ragione sociale|fornitore|indirizzo|citta|paese|telefono|contatto|ruolo|firma|partita iva
|naam|bedrijf|bedrijfsnaam|leverancier|adres|plaats|telefoon|contactpersoon|functie|datum|handtekening|ingevuld door
|会社名|貴社名|企業名|部署|部署名|氏名|担当者|担当者名|住所|電話|電話番号|メール|メールアドレス|記入日|回答日|役職|公司名称|供应商名称|单位名称|联系人|联系电话|电话|邮箱|电子邮件|地址|日期|职务|填写人|签名|公司名稱|聯絡人|電話`;

/** Words in a title that say the file wants to be filled in. */
export const questionnaireTitles = `questionnaire*|questionaire*|self assessment*|assessment form|survey|checklist|check list|due diligence|request for information|rfi|rfp|intake form|application form
|*fragebogen*|*checkliste*|selbstauskunft*|cuestionario*|formulario*|lista de verificacion|lista de chequeo|questionario*|autovalutazione|autoavaliacao|formulaire*|auto evaluation|liste de controle
|vragenlijst*|zelfbeoordeling|controlelijst|*質問票*|*質問書*|*調査票*|*チェックシート*|*チェックリスト*|*问卷*|*調查表*|*调查表*|*检查表*|*問卷*|*自评*`;

/** Words of an introduction that points at what comes below it. */
export const pointingDown = `following|below|folgende|folgenden|nachstehende|nachstehenden|unten|siguientes|siguiente|a continuacion|suivantes|suivants|suivante|ci dessous|seguintes|seguinte|abaixo
|seguenti|seguente|sotto|volgende|onderstaande|hieronder|以下|下記|次の|如下|下列|下記の`;

/** Sentences that say how to use the form. They order something, but wait for no answer. */
export const instructions = `complete the|complete all|complete this|complete each|complete every|please complete|fill in|fill out|answer the following|answer all|answer each|answer every|please answer|return the|return this
|please return|tick one|tick the|tick all|mark the|mark one|check one|check all that apply to|please read|please note|for each question|for every question|for each requirement|if you have any questions|contact us|do not hesitate|submit this|submit the
|bitte ausfullen|fullen sie|bitte fullen|beantworten sie|bitte beantworten|senden sie|kreuzen sie|bitte beachten|rellene|cumplimente|conteste|responda a|responda las|devuelva|marque|remplissez|veuillez remplir|completez|repondez|veuillez repondre
|retournez|cochez|preencha|favor preencher|responda as|responda os|devolva|assinale|compilare|compilate|rispondere|rispondete|restituire|barrare|vul dit|vul de|beantwoord|gelieve in te vullen|stuur|kruis
|ご記入の上|ご返送|以下の質問|全ての質問|すべての質問|回答してください|填写以下|请填写本|请回答以下|请勾选|请认真`;
