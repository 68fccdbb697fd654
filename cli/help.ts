// What `--help` prints. Each page says what the command is for, shows a first example that works, and names the
// next command, because most people read nothing else.

const general = `Vouch answers customer security questionnaires from your own policies, in the customer's own file.
Everything happens on this machine; nothing is sent anywhere.

Usage
  vouch answer FILE     fill a questionnaire (XLSX, XLSM, CSV, DOCX, PDF) from policies
  vouch inspect FILE    show which questions and answer places Vouch finds in a file
  vouch ask QUESTION    answer one question, or a JSONL file of questions
  vouch policies        add policies to a workspace, or list them
  vouch library         import or export approved answers (XLSX, CSV)
  vouch serve           open the app in your browser, on this machine only

First steps
  vouch inspect questionnaire.xlsx
  vouch answer questionnaire.xlsx --policies policies/ --include-drafts --out answered.xlsx

"vouch COMMAND --help" explains a command. "vouch --version" prints the version.
Exit codes: 0 done, 1 could not (the reason is on stderr), 2 wrong usage.`;

const answer = `vouch answer FILE: writes answers into a copy of the customer's file

Usage
  vouch answer FILE [--policies PATH]... [--scope NAME] [--workspace FILE] [--out FILE]
                    [--report FILE.json] [--include-drafts] [--threshold N]

  --policies PATH       a policy file (Markdown, text, DOCX, PDF) or a folder of them; may be repeated
  --policies NAME=PATH  the same, in scope NAME (a company or product)
  --scope NAME          answer from this scope only
  --workspace FILE      use the policies and approved answers of a workspace; without it, --policies makes a
                        throw-away one in memory
  --out FILE            where the filled copy goes; the original is never touched
  --report FILE.json    every answer with its confidence, citations and the receipt of the fill
  --include-drafts      also write answers nobody has approved yet
  --threshold N         0 to 1: drafts below it stay blank (the default is the workspace's setting); the
                        matcher has a least confidence of its own, under which N changes nothing

Without --include-drafts only approved answers are written, because only a person approves. Questions the
policies do not answer stay blank and are listed in the report with the reason. A PDF or Word file without room
for an answer gets a response document beside it (OUT-response.docx and .pdf) in the customer's numbering.

Example
  vouch answer caiq.xlsx --policies acme=policies/ --scope acme --include-drafts --out caiq-answered.xlsx \\
      --report caiq-report.json
Next: read the report, or review answer by answer with "vouch serve".`;

const inspect = `vouch inspect FILE: shows the questions and answer places found in a file

Usage
  vouch inspect FILE [--json]

  --json    print {file, format, questions, regions, messages} as JSON, for scripts

Nothing is written. Use it to see, before answering, whether every question and every answer cell is found;
the "regions" say per sheet or table which column was taken for what, and why.

Example
  vouch inspect questionnaire.xlsx
Next: "vouch answer questionnaire.xlsx --policies policies/".`;

const ask = `vouch ask: answers questions from policies, with the passages they rest on

Usage
  vouch ask QUESTION [--policies PATH]... [--scope NAME] [--workspace FILE] [--json]
  vouch ask --questions FILE.jsonl [--out FILE.jsonl] [--policies PATH]... [--scope NAME] [--workspace FILE]

  --questions FILE   one JSON object a line: {"id", "question", "scope"?}; "-" reads standard input
  --scope-field F    take the scope from field F of each line (default "scope")
  --out FILE         one JSON object a line: {"id", "passages", "abstain", "reason", "polarity", "answer",
                     "confidence", "citations"}; without it, standard output
  --json             print the single answer as JSON

When the policies do not answer, it says so, gives the reason, and shows the nearest passages.

Example
  vouch ask "Is customer data encrypted at rest?" --policies policies/`;

const policies = `vouch policies: the policies of a workspace

Usage
  vouch policies add PATH... [--scope NAME] [--workspace FILE]
  vouch policies list [--workspace FILE] [--json]

  PATH may be NAME=PATH to choose the scope of that path. Adding a file again compares it passage by passage
  with what was there, and says which approved answers quoted what changed.

Example
  vouch policies add acme=policies/ --workspace acme.vouch`;

const library = `vouch library: approved answers

Usage
  vouch library import FILE [--scope NAME] [--workspace FILE]
  vouch library export FILE [--workspace FILE]

  import reads a spreadsheet of questions and answers, or a questionnaire somebody completed (XLSX, CSV, DOCX).
  export writes XLSX or CSV, by the ending of FILE.

Example
  vouch library export answers.xlsx --workspace acme.vouch`;

const serve = `vouch serve: the app in your browser, served by and to this machine only

Usage
  vouch serve [--port N] [--no-open] [--workspace FILE] [--sample]

  --port N      a port of your choice; by default each workspace has its own, so that text typed and not yet
                saved is found again by the browser after a crash
  --no-open     do not open the browser, only print the link
  --sample      load the sample policies and questionnaire into a workspace that has none yet

The link works once and lets that one browser in. Press Enter in the terminal for another link, Ctrl+C to stop.`;

export const help = { general, answer, inspect, ask, policies, library, serve } as const;
