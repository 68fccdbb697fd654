// Finds accessibility violations of a page as it stands, as one readable line each. Runs in the page itself
// (axe's legacy mode): our pages have no frames, and the other mode opens a second page for every check.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** All rules, or only those whose outcome depends on the colour scheme. */
export async function findViolations(page: Page, which: 'all' | 'colours' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (which === 'all')
    axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  else axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.flatMap(violation =>
    violation.nodes.map(
      node =>
        `${violation.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
}
