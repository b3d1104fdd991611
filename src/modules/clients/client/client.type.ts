import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, JsonObjectScalar, Node } from '../../../kernel/index.js';
import type { ApiClientRow, PublicJwk } from './client.entity.js';

export const ClientKind = { FRONT_END: 'FRONT_END', MERCHANT: 'MERCHANT', SERVICE: 'SERVICE' } as const;
export type ClientKind = keyof typeof ClientKind;

registerEnumType(ClientKind, {
  name: 'ClientKind',
  description: '接入应用的种类 / Kind of a client',
  valuesConfig: {
    FRONT_END: { description: '前端应用 / Front end' },
    MERCHANT: { description: '合作商户 / Partner merchant' },
    SERVICE: { description: '后台系统 / Another system' },
  },
});

export const ClientStatus = { ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED' } as const;

registerEnumType(ClientStatus, {
  name: 'ClientStatus',
  description: '接入应用的状态 / Status of a client',
  valuesConfig: {
    ACTIVE: { description: '正常 / Active' },
    SUSPENDED: { description: '停用 / Suspended' },
  },
});

@ObjectType('Client', {
  implements: Node,
  simpleResolvers: true,
  description: '本区登记的接入应用 / A program that the district lets in',
})
export class Client extends Node {
  @Field(() => String, { description: '名称 / Name' })
  name!: string;

  @Field(() => ClientKind, { description: '种类 / Kind' })
  kind!: string;

  @Field(() => [String], {
    description: '请求可来自的地址或网段；为空则不限 / Addresses and networks it may call from; none means any',
  })
  addresses!: readonly string[];

  @Field(() => Boolean, {
    description: '本会自己的应用，代表个人操作时无须同意 / The federation’s own; acting for a person needs no consent',
  })
  firstParty!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      '登录服务中的应用编号，写作 <登录服务>:<client_id> / Its id at the sign-in provider, as <provider>:<client_id>',
  })
  externalClientId!: string | null;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: '签名公钥（JWK）；有则每个请求都须签名 / Public key (JWK); with one, every request must be signed',
  })
  signingKey!: PublicJwk | null;

  @Field(() => ClientStatus, { description: '状态 / Status' })
  status!: string;

  @Field(() => DateTimeScalar, { description: '登记时间 / When it was registered' })
  createdAt!: string;

  @Field(() => Int, { description: '版本，供并发修改检查 / Version, for concurrent edits' })
  version!: number;
}

export const ClientConnection = connectionOf<ApiClientRow>(() => Client, 'Client');
