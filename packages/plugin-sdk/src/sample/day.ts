const dayMs = 86_400_000;

/** The ISO day `days` whole days before the ISO day `day`. Days have no zone, so this counts in UTC. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}

/** `hh:mm:ss` between 8 and 22 o'clock, when shops are open. */
export function openingTime(random: () => number): string {
  const second = 8 * 3600 + Math.floor(random() * 14 * 3600);
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
