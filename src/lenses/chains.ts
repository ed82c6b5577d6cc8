import type { Chain } from './chains/part.ts';
import type { LensName } from './schema.ts';
import { COMMUNITY_PARTS } from './chains/community.ts';
import { DIFFUSION_PARTS } from './chains/diffusion.ts';
import { PARTICIPATION_PARTS } from './chains/participation.ts';
import { RESILIENCE_PARTS } from './chains/resilience.ts';
import { VALUE_PARTS } from './chains/value.ts';

/** The five chains: what the pages are drawn from. */
export const CHAINS: Record<LensName, Chain> = {
  resilience: {
    title: { zh: '出了事，这里扛得住吗？', en: 'When something happens, does this place hold?' },
    study: {
      id: '000',
      name: { zh: '社区韧性（禾计划）', en: 'Community resilience (He Project)' },
      claim: {
        zh: '制度框架保障合法性，能力互补保障组织韧性，持续性激励激发内生动力；能力培育、环境营造、专业合法性与公共价值构成机制。',
        en: 'The institutional framework ensures legitimacy, complementary capacity organisational resilience, sustained incentives endogenous motivation; capacity and environment building, professional legitimacy and public value make up the mechanism.',
      },
    },
    parts: RESILIENCE_PARTS,
  },
  community: {
    title: { zh: '社工站走了，大家还转得动吗？', en: 'If the station went, would things still go on?' },
    study: {
      id: '001',
      name: {
        zh: '社区治理共同体（扎根—协调—共生）',
        en: 'Community of governance (rooting – coordination – symbiosis)',
      },
      claim: {
        zh: '从内生因素、治理环境、禀赋资源出发，以七种实践策略，经扎根、协调到共生，促成价值、结构、资源共同体。',
        en: 'From intrinsic factors, governance environment and endowed resources, seven strategies lead through rooting, coordination and symbiosis to communities of value, structure and resources.',
      },
    },
    parts: COMMUNITY_PARTS,
  },
  value: {
    title: { zh: '买来的服务，村里接得住吗？', en: 'Does the bought service take hold in the village?' },
    study: {
      id: '002',
      name: { zh: '结构—过程—价值（巧嫂项目）', en: 'Structure – process – value (Qiao Sao)' },
      claim: {
        zh: '搭建合作结构回应自主性微弱，再造规划、设计、交付、评估的过程回应覆盖面狭窄，共创服务、治理、公共价值回应连续性中断。',
        en: 'A cooperative structure answers weak autonomy, the re-engineered process of planning, design, delivery and assessment narrow coverage, co-created service, governance and public value broken continuity.',
      },
    },
    parts: VALUE_PARTS,
  },
  participation: {
    title: { zh: '来过一次的人，留下来了吗？', en: 'Did those who came once stay?' },
    study: {
      id: '003',
      name: { zh: '微基建中的居民参与', en: 'Residents’ participation in micro-infrastructure' },
      claim: {
        zh: '影响因素—初始行为—持续行为—生产结果；生产、行为、认知三个层面；按参与方式和微基建属性分类引导。',
        en: 'Influencing factors – initial behaviour – sustained behaviour – production outcomes, on the levels of production, behaviour and cognition; types by mode of participation and attribute of the works.',
      },
    },
    parts: PARTICIPATION_PARTS,
  },
  diffusion: {
    title: {
      zh: '好做法怎么来的，又怎么传开的？',
      en: 'Where does a good practice come from, and how does it spread?',
    },
    study: {
      id: '004',
      name: { zh: '政策创新与扩散', en: 'Policy innovation and diffusion' },
      claim: {
        zh: '创新来自倒逼、引导、结对竞赛三种机制；扩散经强制、学习、竞争、社会化、托底五种机制。',
        en: 'Innovation comes from back-pressure, guidance and paired competition; diffusion runs by coercion, learning, competition, socialisation and floor guarantee.',
      },
    },
    parts: DIFFUSION_PARTS,
  },
};
