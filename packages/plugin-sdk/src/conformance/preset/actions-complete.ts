import type { Issue, ModelNode } from '@terrace/model';
import type { Check, Found, Words } from '../check.js';
import { nodesOf } from '../nodes-of.js';

type Action = Extract<ModelNode, { kind: 'action' }>['action'];

/** What people leave in the place of an owner. */
const noOwner = /^(todo|tbd|owner|user|someone|nobody|负责人|待定)$/i;

function faultOf(id: string, action: Action): Words | null {
  if (action.type !== 'task') return null;
  if (noOwner.test(action.owner.trim()) || action.owner.trim() === '')
    return {
      en: `"${id}" names nobody who does it: “${action.owner}”.`,
      'zh-CN': `“${id}”没有指明由谁负责：“${action.owner}”。`,
    };
  return action.dueDays === undefined
    ? { en: `"${id}" does not say until when.`, 'zh-CN': `“${id}”没有完成期限。` }
    : null;
}

export const actionsComplete: Check = {
  id: 'actions-complete',
  area: 'preset',
  severity: 'warning',
  title: { en: 'Actions say who does what until when', 'zh-CN': '动作写明由谁在何时前完成' },
  what: {
    en: 'Tasks of templates and of the palette have an owner that is a role or a team, and `dueDays`.',
    'zh-CN': '模板和动作库中的任务都有负责人（岗位或团队）和 `dueDays`。',
  },
  why: {
    en: 'A task without owner and day is in no list, and the change of tier set nothing off.',
    'zh-CN': '没有负责人和期限的任务不会出现在任何人的待办中，层级变动也就没有带来行动。',
  },
  fix: { en: 'Name the role that does it, and the days it has.', 'zh-CN': '请写明负责的岗位和天数。' },
  wrong: '"action": { "type": "task", "title": { … }, "owner": "TBD" }',
  right: '"action": { "type": "task", "title": { … }, "owner": "Guest relations", "dueDays": 3 }',
  run(plugin) {
    const { manifest } = plugin;
    if (manifest === null) return null;
    const actions: { id: string; action: Action; file: string; path: Issue['path'] }[] = [
      ...manifest.contributes.actions.map(({ id, action }, index) => ({
        id,
        action,
        file: 'plugin.json',
        path: ['contributes', 'actions', index, 'action'],
      })),
      ...nodesOf(plugin).flatMap(({ file, path, node }) =>
        node.kind === 'action' ? [{ id: node.id, action: node.action, file, path: [...path, 'action'] }] : [],
      ),
    ];
    if (actions.length === 0) return null;
    return actions.flatMap(({ id, action, file, path }): Found[] => {
      const message = faultOf(id, action);
      return message === null ? [] : [{ file, path, message }];
    });
  },
};
