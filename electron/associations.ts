// How each system learns that Vouch opens questionnaires, always as one choice among others: a form's usual program
// stays what it was. macOS reads it from the app's Info.plist; on Linux and Windows the unpacked folder may stand
// anywhere, so a script in it registers the place for this account when the person asks for it.
import { questionnaireEndings } from './open-with.ts';

/** Media types (IANA) by ending, and what macOS calls the same (Uniform Type Identifiers). */
const kinds: Record<string, { media: string; uti: string }> = {
  xlsx: {
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    uti: 'org.openxmlformats.spreadsheetml.sheet',
  },
  xlsm: {
    media: 'application/vnd.ms-excel.sheet.macroEnabled.12',
    uti: 'org.openxmlformats.spreadsheetml.sheet.macroenabled',
  },
  csv: { media: 'text/csv', uti: 'public.comma-separated-values-text' },
  tsv: { media: 'text/tab-separated-values', uti: 'public.tab-separated-values-text' },
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    uti: 'org.openxmlformats.wordprocessingml.document',
  },
  docm: {
    media: 'application/vnd.ms-word.document.macroEnabled.12',
    uti: 'org.openxmlformats.wordprocessingml.document.macroenabled',
  },
  pdf: { media: 'application/pdf', uti: 'com.adobe.pdf' },
};

const known = questionnaireEndings.map(ending => {
  const kind = kinds[ending];
  if (!kind) throw new Error(`No system knows .${ending} yet: add it to associations.ts.`);
  return { ending, ...kind };
});

/** A shell script that writes the desktop entry (Desktop Entry Specification 1.5) for the folder it stands in. */
export function linuxScript(icon: string): string {
  return `#!/bin/sh
# Puts Vouch into the menu and among the programs that open a questionnaire, for this account.
# To take it out again, delete the file it names.
here=$(cd "$(dirname "$0")" && pwd)
case $here in
  *[\\"\\\`\\$\\\\%]*) echo "Move Vouch to a folder without quotes, \\$, % or \\\\ in its path, then run this again." >&2; exit 1 ;;
esac
entries=\${XDG_DATA_HOME:-$HOME/.local/share}/applications
mkdir -p "$entries"
cat > "$entries/vouch.desktop" <<END
[Desktop Entry]
Type=Application
Name=Vouch
Comment=Answers security questionnaires from your own policies
Exec="$here/vouch" %F
Icon=$here/${icon}
Terminal=false
Categories=Office;
MimeType=${known.map(({ media }) => `${media};`).join('')}
StartupWMClass=vouch
END
if command -v update-desktop-database > /dev/null; then update-desktop-database "$entries"; fi
echo "$entries/vouch.desktop"
`;
}

/** A batch file that adds Vouch to "Open with" (Windows: Application Registration) for this account. */
export function windowsScript(): string {
  const key = '"HKCU\\Software\\Classes\\Applications\\vouch.exe';
  const endings = known.map(({ ending }) => `.${ending}`).join(' ');
  return [
    '@echo off',
    'rem Puts Vouch among the programs that open a questionnaire, for this account. To take it out again:',
    `rem reg delete ${key}"`,
    `reg add ${key}" /v FriendlyAppName /d Vouch /f`,
    `reg add ${key}\\shell\\open\\command" /ve /d "\\"%~dp0vouch.exe\\" \\"%%1\\"" /f`,
    `for %%e in (${endings}) do reg add ${key}\\SupportedTypes" /v %%e /d "" /f`,
    '',
  ].join('\r\n');
}

/** Electron's Info.plist with our name in it and the files we open. */
export function macInfo(plist: string): string {
  const named = Object.entries({
    CFBundleName: 'Vouch',
    CFBundleDisplayName: 'Vouch',
    CFBundleIdentifier: 'app.vouch.desktop',
  }).reduce((text, [key, value]) => {
    const place = new RegExp(`(<key>${key}</key>\\s*<string>)[^<]*(</string>)`);
    if (!place.test(text)) throw new Error(`Electron's Info.plist has no ${key}.`);
    return text.replace(place, `$1${value}$2`);
  }, plist);
  const types = known.map(({ uti }) => `<string>${uti}</string>`).join('');
  const documents =
    '<key>CFBundleDocumentTypes</key><array><dict><key>CFBundleTypeName</key><string>Questionnaire</string>' +
    '<key>CFBundleTypeRole</key><string>Viewer</string><key>LSHandlerRank</key><string>Alternate</string>' +
    `<key>LSItemContentTypes</key><array>${types}</array></dict></array>`;
  return named.replace(/<\/dict>\s*<\/plist>\s*$/, `${documents}\n</dict>\n</plist>\n`);
}
