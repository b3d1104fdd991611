import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/** What installations wrote before persons had keys of their own, written down apart from the code that opens it. */
export class FirstFormat {
  readonly #master = randomBytes(32);

  /** Puts the key file where such an installation has it. */
  constructor(home: string) {
    mkdirSync(join(home, 'keys'), { recursive: true });
    writeFileSync(join(home, 'keys/sealing.key'), `${this.#master.toString('base64')}\n`, { mode: 0o600 });
  }

  seal(district: number, table: string, column: string, row: string, plain: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#derived(`seal:${district}`), nonce);
    cipher.setAAD(Buffer.from(`${district}/${table}/${column}/${row}`));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
  }

  index(district: number, name: string, value: string): Buffer {
    const digest = createHmac('sha256', this.#derived(`index:${district}:${name}`))
      .update(value)
      .digest();
    return Buffer.concat([Buffer.from([1]), digest.subarray(0, 16)]);
  }

  /** Makes the rows of a member look as it did then. */
  async restore(owner: pg.Client, memberId: string, nationalId: string, phone: string): Promise<void> {
    const { rows } = await owner.query<{ id: number }>('select district_id as id from members where id = $1', [
      memberId,
    ]);
    const district = rows[0]!.id;
    await owner.query(
      `update members set national_id_sealed = $2, national_id_index = $3, phone_sealed = $4, phone_index = $5 where id = $1`,
      [
        memberId,
        this.seal(district, 'members', 'national_id_sealed', memberId, nationalId),
        this.index(district, 'national_id', nationalId),
        this.seal(district, 'members', 'phone_sealed', memberId, phone),
        this.index(district, 'phone', phone),
      ],
    );
    const stated = await owner.query<{ id: string }>('select id from membership_applications where member_id = $1', [
      memberId,
    ]);
    for (const { id } of stated.rows) {
      const sealed = this.seal(district, 'membership_applications', 'phone_sealed', id, phone);
      await owner.query('update membership_applications set phone_sealed = $2 where id = $1', [id, sealed]);
    }
    await owner.query('delete from person_keys where person_id = $1', [memberId]);
  }

  #derived(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#master, 'lianxin', purpose, 32));
  }
}
