import { Injectable } from '@nestjs/common';
import type { PluginModel } from '@terrace/client';
import type { LocalizedText } from '@terrace/model';
import { DataSource } from 'typeorm';

/** A model that uses something of a plugin. */
export interface UsingModel {
  readonly id: string;
  readonly name: LocalizedText;
  /** Ids of what it uses: `plugin.dimension`, `plugin.action`. */
  readonly uses: readonly string[];
}

/** A model as stored. */
export interface ModelDraft {
  readonly id: string;
  readonly template: string;
  readonly document: unknown;
}

/** Which models have to do with a plugin. */
@Injectable()
export class PluginModels {
  constructor(private readonly dataSource: DataSource) {}

  /** The models made from templates of the plugin, by the template of their draft. */
  async madeFrom(plugin: string): Promise<PluginModel[]> {
    return this.dataSource.query<PluginModel[]>(
      `SELECT m.id, m.draft->'name' AS name, m.draft->>'template' AS template,
         (SELECT max(number) FROM terrace.model_version WHERE model_id = m.id) AS "publishedVersion",
         m.applied_version AS "appliedVersion"
       FROM terrace.model m WHERE starts_with(m.draft->>'template', $1)
       ORDER BY m.updated_at DESC, m.id`,
      [`${plugin}/`],
    );
  }

  /** The drafts of those models as stored, each with the template's id inside the plugin. */
  async documentsMadeFrom(plugin: string): Promise<ModelDraft[]> {
    return this.dataSource.query<ModelDraft[]>(
      `SELECT id, substr(draft->>'template', length($1) + 1) AS template, draft AS document
       FROM terrace.model WHERE starts_with(draft->>'template', $1) ORDER BY updated_at DESC, id`,
      [`${plugin}/`],
    );
  }

  /** The models whose draft or newest version uses code of the plugin. */
  async usingCode(plugin: string): Promise<UsingModel[]> {
    return this.dataSource.query<UsingModel[]>(
      `SELECT m.id, m.draft->'name' AS name, array_agg(DISTINCT u.id ORDER BY u.id) AS uses
       FROM terrace.model m
       LEFT JOIN LATERAL (
         SELECT document FROM terrace.model_version WHERE model_id = m.id ORDER BY number DESC LIMIT 1) v ON true
       CROSS JOIN LATERAL (VALUES (m.draft), (v.document)) d(document)
       CROSS JOIN LATERAL json_array_elements(d.document->'nodes') n(node)
       CROSS JOIN LATERAL (VALUES
         (CASE WHEN node->'source'->>'kind' = 'code' THEN node->'source'->>'dimension' END),
         (CASE WHEN node->'action'->>'type' = 'code' THEN node->'action'->>'action' END)) u(id)
       WHERE starts_with(u.id, $1)
       GROUP BY m.id ORDER BY m.updated_at DESC, m.id`,
      [`${plugin}.`],
    );
  }
}
