package dev.winnow.imports.sample;

import java.util.List;

/** What made-up customers and salespeople say. */
final class Talk {
  static final Weighted<String> TYPES =
      Weighted.of("call 40, message 30, visit 12, email 12, event 6");

  static final Weighted<String> TEXTS =
      Weighted.falling(
          List.of(
              "询价，已发报价单",
              "确认交货日期",
              "拜访，介绍新产品",
              "Asked for the new catalogue",
              "续签合同的时间表",
              "开票信息已更新",
              "Invited to the spring fair",
              "样品已寄出，等待反馈",
              "Agreed on a delivery in two parts",
              "年度框架协议讨论"),
          3);

  private static final Weighted<String> COMPLAINTS =
      Weighted.falling(
          List.of("发货太慢", "包装破损", "发票开错了", "The delivery came late again", "客服电话打不通", "产品与描述不符"),
          2);
  private static final Weighted<String> SUGGESTIONS =
      Weighted.falling(List.of("希望支持月结", "希望增加小包装", "Please offer a smaller size", "希望有微信下单"), 2);
  private static final Weighted<String> PRAISE =
      Weighted.falling(List.of("质量很好", "服务热情，发货快", "Excellent support", "合作愉快"), 2);

  private Talk() {}

  /** What is said in feedback of a type. */
  static Weighted<String> about(String type) {
    return switch (type) {
      case "complaint" -> COMPLAINTS;
      case "praise" -> PRAISE;
      default -> SUGGESTIONS;
    };
  }
}
