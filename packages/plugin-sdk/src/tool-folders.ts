/** Folders of the tools around a plugin, which are no part of it. @since 0.1.0 */
export const toolFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '.turbo',
  '.git',
  '.hg',
  '.svn',
  '.terrace-dev',
]);
