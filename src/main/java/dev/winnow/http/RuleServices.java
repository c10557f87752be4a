package dev.winnow.http;

import dev.winnow.jobs.Jobs;
import dev.winnow.rules.Grader;
import dev.winnow.rules.Rules;

/** What the routes of rules, grades and jobs work with. */
public record RuleServices(Rules rules, Grader grader, Jobs jobs) {}
