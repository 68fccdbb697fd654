// Days as the contract writes them.

/** The same day a year after this moment, as YYYY-MM-DD: when an approved answer should be looked at again. */
export function yearAfter(moment: string): string {
  const date = new Date(moment);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return dayOf(date.toISOString());
}

export function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
