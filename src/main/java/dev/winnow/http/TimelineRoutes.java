package dev.winnow.http;

import dev.winnow.activity.Activity;
import dev.winnow.activity.MonthlySpend;
import dev.winnow.condition.ActivityKind;
import dev.winnow.engine.Timeline;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What happened with one customer: the activities, the newest first, and the spend by month. */
final class TimelineRoutes {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_TEXT = 256;
  private static final int MAX_CURSOR = 600;

  private final Services services;
  private final ActivityServices activities;
  private final CustomerRoutes customers;

  TimelineRoutes(Services services, CustomerRoutes customers) {
    this.services = services;
    this.activities = services.activities();
    this.customers = customers;
  }

  void timeline(Call call) {
    Params params = new Params(call.http(), "kind", "text", "before", "limit");
    Optional<String> kind = params.choice("kind", ActivityKind.words().toArray(String[]::new));
    String text = params.text("text", MAX_TEXT).orElse("");
    Optional<String> cursor = params.text("before", MAX_CURSOR);
    int limit = params.integer("limit", 1, Timeline.Query.MAX_LIMIT).orElse(DEFAULT_LIMIT);
    params.check();
    String id = customers.find(call, call.path("id")).customer().id();
    Timeline timeline =
        activities
            .store()
            .timeline(
                id,
                new Timeline.Query(
                    kind.flatMap(ActivityKind::of),
                    text,
                    cursor.map(TimelineRoutes::before),
                    limit));
    long complaints = history(id).stream().filter(TimelineRoutes::isOpenComplaint).count();
    call.json(Json.write(json -> write(json, timeline, complaints)));
  }

  void spend(Call call) {
    new Params(call.http()).check();
    String id = customers.find(call, call.path("id")).customer().id();
    List<MonthlySpend> months =
        MonthlySpend.of(history(id), activities.currencies(), services.zone());
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("currency", activities.currencies().home());
              json.writeArrayPropertyStart("months");
              months.forEach(month -> write(json, month));
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  private List<Activity> history(String id) {
    List<Activity> all = new ArrayList<>();
    activities.store().histories(List.of(id), false, (_, history) -> all.addAll(history));
    return all;
  }

  private static boolean isOpenComplaint(Activity activity) {
    return activity instanceof Activity.Feedback feedback
        && feedback.open()
        && feedback.type().equals("complaint");
  }

  private void write(JsonGenerator json, Timeline timeline, long complaints) {
    json.writeStartObject();
    json.writeNumberProperty("total", timeline.total());
    json.writeArrayPropertyStart("activities");
    timeline.activities().forEach(activity -> activities.codec().write(json, activity));
    json.writeEndArray();
    json.writeName("next");
    timeline.next().ifPresentOrElse(next -> json.writeString(cursor(next)), json::writeNull);
    json.writeNumberProperty("openComplaints", complaints);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, MonthlySpend month) {
    json.writeStartObject();
    json.writeStringProperty("month", month.month().toString());
    BigDecimal amount =
        BigDecimal.valueOf(month.amount(), Activity.AMOUNT_DECIMALS).stripTrailingZeros();
    json.writeNumberProperty("amount", amount.scale() < 0 ? amount.setScale(0) : amount);
    json.writeNumberProperty("orders", month.orders());
    json.writeEndObject();
  }

  private static String cursor(Timeline.Before before) {
    String text = before.time() + " " + before.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Timeline.Before before(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      if (space > 0) {
        return new Timeline.Before(
            Long.parseLong(text.substring(0, space)), text.substring(space + 1));
      }
    } catch (IllegalArgumentException e) {
      throw invalidCursor();
    }
    throw invalidCursor();
  }

  private static WinnowException invalidCursor() {
    return new WinnowException(
        ProblemCode.INVALID_CURSOR,
        "The cursor was not given by this address. Take \"next\" of the last answer.");
  }
}
