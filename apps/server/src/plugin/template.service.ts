import { Injectable } from '@nestjs/common';
import type { Template } from '@terrace/client';
import { instantiateTemplate, type ModelDocument } from '@terrace/model';
import type { LoadedPlugin, ManifestTemplate } from '@terrace/plugin-sdk';
import { Fault, notFound } from '../common/fault.js';
import { isInUse } from './plugin-entry.js';
import { PluginRegistry } from './plugin-registry.service.js';

type Parameters = Readonly<Record<string, string | number>>;

interface Found {
  /** `plugin/template`. */
  readonly id: string;
  readonly plugin: LoadedPlugin;
  readonly template: ManifestTemplate;
}

/** The model templates that plugins bring. */
@Injectable()
export class TemplateService {
  constructor(private readonly plugins: PluginRegistry) {}

  list(): Template[] {
    return this.plugins.entries.filter(isInUse).flatMap(({ plugin, templates }) =>
      (plugin?.manifest.contributes.templates ?? []).flatMap(({ id, name, description, parameters }) => {
        const facts = templates[id];
        const owner = plugin?.manifest.id ?? '';
        if (facts === undefined) return [];
        return [
          {
            id: `${owner}/${id}`,
            owner,
            name,
            ...(description === undefined ? {} : { description }),
            subjectType: facts.subjectType,
            eventTypes: [...facts.eventTypes],
            parameters,
          },
        ];
      }),
    );
  }

  /**
   * The document that the template `plugin/template` becomes.
   * @throws Fault `NOT_FOUND`, or `INVALID_REQUEST` with every fault of the parameters
   */
  async instantiate(templateId: string, parameters: Parameters = {}): Promise<ModelDocument> {
    const found = this.#all().find(({ id }) => id === templateId);
    if (found === undefined) throw notFound({ en: 'template', 'zh-CN': '模板' }, templateId);
    return documentOf(found, parameters);
  }

  #all(): Found[] {
    return this.plugins.enabled.flatMap((plugin) =>
      plugin.manifest.contributes.templates.map((template) => ({
        id: `${plugin.manifest.id}/${template.id}`,
        plugin,
        template,
      })),
    );
  }
}

function documentOf({ id, plugin, template }: Found, parameters: Parameters): ModelDocument {
  const result = instantiateTemplate(plugin.templates[template.id], template.parameters, parameters);
  if (!result.ok) throw new Fault('INVALID_REQUEST', result.issues);
  return { ...result.document, template: id };
}
