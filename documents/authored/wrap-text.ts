// Greedy line breaking for text that is drawn, not typed.

/** Lines no wider than `width` as measured; a word wider than a line is cut. Line ends in the text stay. */
export function wrapText(text: string, width: number, measure: (piece: string) => number): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .split('\n')
    .flatMap(paragraph => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(/ +/)) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (measure(longer) <= width) {
          line = longer;
          continue;
        }
        if (line !== '') lines.push(line);
        line = word;
        while (measure(line) > width && line.length > 1) {
          const cut = fitting(line, width, measure);
          lines.push(line.slice(0, cut));
          line = line.slice(cut);
        }
      }
      return [...lines, line];
    });
}

function fitting(word: string, width: number, measure: (piece: string) => number): number {
  let cut = word.length - 1;
  while (cut > 1 && measure(word.slice(0, cut)) > width) cut -= 1;
  return cut;
}
