import type { PluginDefinition } from '../../kernel/index.js';

export const demo: NonNullable<PluginDefinition['demo']> = {
  examples: [
    {
      title: { zh: '本人的同意和披露记录', en: 'My consents, and who saw my data' },
      role: 'member',
      query: `query MyData {
  viewer {
    member {
      name
      phone
      consents(first: 10) {
        nodes {
          purpose
          textVersion
          givenAt
          endedAt
        }
      }
      disclosures(first: 10) {
        nodes {
          at
          kind
          recipient
          fields
          purpose
        }
      }
    }
  }
}`,
    },
  ],
};
