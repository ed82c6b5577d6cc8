import type { Lens } from '../../src/lenses/schema.ts';

interface Study {
  citation: string;
  /** The abstract as its journal printed it, quoted whole with its source; the misprints are the journal’s. */
  abstract: readonly string[];
}

/** The five studies in their own words. Only the 研究用语 pane shows them. */
export const STUDIES: Record<Lens['lens'], Study> = {
  resilience: {
    citation:
      'PAN Li, SUN Jie, WANG Yean. A Study on the Mechanism of Building Rural Community Resilience from Co-Production in Township Social Work Stations: Taking the “He Project” in Wangcheng District as an Example. Social Work and Management, 2022, 22(4): 75-85.',
    abstract: [
      'In recent years, community resilience has become an important issue in the process of rural revitalisation. As an important vehicle for grassroots governance, social work stations have become a hub for linking government, residents and social organizations and stimulating their interaction and value co-production behaviors, and are an important part of the co-production process, which also effectively promotes community resilience. Taking the “He Project” in Wangcheng District of Changsha City as an example, this study focuses on further clarifying the mechanism of social work stations for building community resilience from the perspective of co-production. The study finds, in the co-production practices of the social work stations, the institutional framework of co-production ensures the legitimacy of community resilience; the complementary capacity of co-production agents can ensure organizational resilience; and the sustainability incentives in co-production can stimulate the endogenous motivation for the continuation of community resilience. Thus, the cultivation of the capacity of co-production agents and the creation of an environment, professional legitimacy and public value constitute a mechanism for promoting community resilience through social work stations leading the practice of co-production.',
    ],
  },
  community: {
    citation:
      '祁颖菲、时浩宇、洪佩 (QI Yingfei, SHI Haoyu, HONG Pei). Rooting, Coordination and Symbiosis: Action Logic of Social Work Participating in Building Community Governance Community. 《社会工作》2024 年第 2 期，79-100、159-161 页。',
    abstract: [
      '社会工作作为基层治理的重要组成单元,在构建社区治理共同体的过程中发挥着重要作用。从社区治理共同体视域出发,构建“内生因素—治理环境—禀赋资源”的三维分析框架,考察武汉市Z社区精神康复服务项目后发现,社会工作以增权赋能与互助合作的实践策略促进了治理活动从工具理性向价值情感的进阶,加强了社区治理共同体的价值培育;以畅通协商、空间营造与引入督导的实践策略推动了治理主体由简单协作到有机联结的发展,优化了社区治理共同体的结构规范;以资源整合与品牌打造的实践策略实现了治理动能从碎片资源到体系资源的升级,保障了社区治理共同体的动力存续。社会工作遵循从“扎根”到“协调”至“共生”的行动逻辑,使社区治理活动从“活起来”“动起来”至“实起来”,阶段性地促成了社区价值共同体、结构共同体和资源共同体的构建,最终迈向“共建共治共享”的社区治理共同体的新格局。',
    ],
  },
  value: {
    citation:
      'WANG Wei, WU Xiaolong, HUANG Xingchen. How Can Social Service Outsourcing Be Effective Entering the Countryside? A Case Study From the Perspective of Cooperative Production. Social Work and Management, 2025, 25(3): 50-60, 100.',
    abstract: [
      'In the context of comprehensive rural revitalization, the effective provision of public services in rural areas has become an important governance challenge. Government contracting and outsourcing, as a method to achieve “state-society” partnership, exhibit distinct administrative characteristics in their implementation. However, they also face challenges regarding weak autonomy, narrow coverage and disruptions in continuity. Adopting the perspective of cooperative production, this paper conducts extensive theoretical analysis and case review of the “Qiao Sao” project in S rural community, N city based on an analytical framework of “structure-process-value”. The study reveals that social work organizations can guide village level governance organizations into a structured process through service outsourcing, fostering a cooperative organizational structure for project operation that revitalizes local participation; By reengineering the whole process of cooperative planning, design, delivery and evaluation, a connected service chain is established to expand service coverage. Furthermore, by redefining rural publicity, the study highlights the co-creation of the high-quality and efficient service value, and the governance value that enhances participation, and the public value grounded in trust and collaberation. The interlinked mechanisms of structure creation, process reengineering and value co-creation provide meaningful insights for the grass-roots implementation of the project systems and the effective supply of rural public services.',
    ],
  },
  participation: {
    citation: '王鹭 (WANG Lu)。微基建中居民参与共同生产的行为模式及类型研究。《社会工作与管理》2025, 25(6): 91-99.',
    abstract: [
      '微基建作为多元主体基于共同需求合作改善社区环境的生产过程,是政府激发居民参与行为,培育公共意识的创新路径,但目前对微基建的关注度远远不够。文章引入共同生产理论,遵循“影响因素—初始行为—持续行为—生产结果”的逻辑脉络,对微基建过程中居民参与行为进行分析,基于生产过程、行为过程和认知过程三个层面构建相应的行为模型,并结合参与方式和微基建属性两个维度进行类型总结。建议政府转变角色,采取差异化管理模式,通过科学、有效的介入和引导方式,积极融入技术创新、情感关怀等策略,推动居民参与微基建的共同生产。',
      'Micro-infrastructure development, as a collaborative production process involving multiple stakeholders to improve community environments based on shared needs, represents an innovative pathway for governments to encourage resident participation and raise public awareness. However, insufficient attention is paid to micro-infrastructure development. This paper introduces the theory of co-production, following the logical sequence of “influencing factors-initial behavior-sustained behavior-production outcomes”, to analyze resident participation in the micro-infrastructure process. It constructs a corresponding behavioral model encompassing three levels: the production process, the behavioral process, and the cognitive process, and categorizes the types based on two dimensions: participation methods and micro-infrastructure attributes. Ultimately, the study suggests that governments should transform their roles, adopt differentiated management approaches, and actively integrate strategies such as technological innovation and emotional engagement to promote resident participation in the co-production of micro-infrastructure through scientific and effective intervention and guidance.',
    ],
  },
  diffusion: {
    citation:
      'XU Xuanguo, WANG Manman, HAN Xudong. Policy Innovation and Diffusion Mechanism for the Construction of Township (Street) Social Work Stations: Qualitative Analysis of 23 Policy Texts Based on ATLAS.ti 9 Software. Social Work and Management, 2022, 22(6): 23-40.',
    abstract: [
      'The Ministry of Civil Affairs proposed that “through the establishment of township (street) social work stations, enhance the ability of grass-roots civil affairs services, open up the last meter of service for the people, and explore feasible paths to solve the shortage of grass-roots civil affairs service capabilities”, which is an important measure to promote the innovation of grass-roots governance in China. All provinces and municipalities directly under the Central Government actively respond to the call of the Ministry of Civil Affairs and formulate standards for the construction of social work stations according to the actual situation in various places. This paper is encoded according to the text content of the “Notice of the General Office of the Ministry of Civil Affairs on Accelerating the Construction of Township (Street) Social Work Stations”, and with the help of the grass-roots social governance innovation perspective and the policy innovation-diffusion analysis framework, the ATLAS.ti 9 software is used to analyze the latest social work station policy innovation and diffusion mechanism that has been officially introduced in various provinces and municipalities directly under the Central Government. The study found that the internal driving force of the construction of social work stations is the internal driving force of grass-roots social governance innovation, which is reflected in the reversed transmission mechanism under the improvement of grass-roots social governance capabilities, the guidance mechanism for the upgrading of people’s needs under the change of the main contradictions in society, and the driving mechanism of “pairing competition” under the block government; At the same time, the policy of social work stations has continuously adapted and adjusted itself in the process of diffusion, and local governments have diffused through compulsory mechanisms, learning mechanisms, competition mechanisms, socialization mechanisms and support mechanisms. In the context of grassroots social governance innovation, township (street) social work stations are not only the result of the change of the national compulsory system, but also an important innovation mechanism for local governments to deal with grassroots social governance issues.',
    ],
  },
};
