import { join } from 'node:path';
import { parseGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';

export const BAOSHAN = '310113';
export const YANGPU = '310110';
/** A name that would be found wherever it stood in plain. */
export const NAME = '残疾证-金丝雀.pdf';

export const proof = { kind: 'proof', name: NAME };

/** The demo on a database of its own, with somebody to attach files to. */
export interface DemoOwners {
  readonly platform: Platform;
  readonly administrator: Client;
  /** Local id of a member. */
  readonly member: string;
  /** Local id of the body that keeps the member. */
  readonly hub: string;
}

export async function demoOwners(): Promise<DemoOwners> {
  const platform = await startPlatform({ template: 'demo' });
  const { id: district } = await platform.district(BAOSHAN);
  const { rows } = await platform.sql.query(
    `select m.id, m.keeper_organization_id as hub from members m
     where m.district_id = $1 and m.status = 'ACTIVE' order by m.id desc limit 1`,
    [district],
  );
  const [{ id: member, hub }] = rows;
  return { platform, administrator: await platform.as(BAOSHAN, 'administrator'), member, hub };
}

/** Folder with the contents of the district's files. */
export const folderOf = (platform: Platform) => join(platform.app.kernel.home, 'attachments', BAOSHAN);

/** Where the content of an attachment is, by its global id. */
export const contentOf = (platform: Platform, id: string) => join(folderOf(platform), parseGlobalId(id)!.uuid);
