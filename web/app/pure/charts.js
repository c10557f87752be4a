/**
 * What the charts draw, as options of ECharts. Colours come as a palette, texts as functions, so
 * that nothing here needs a browser. Tooltips are drawn, not HTML: the content security policy
 * forbids style attributes.
 */
import { isMove, keyOf, sameCell, stepOf } from './moves.js';

/** @typedef {{strong: string, weak: string, none: string, ink: string, soft: string, line: string, surface: string, chart: string, font: string}} Palette */

const channels = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour between two, each `#rrggbb`. */
export function mixed(from, to, share) {
  const end = channels(to);
  const parts = channels(from).map((value, i) => Math.round(value + (end[i] - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

export function gradeColour(value, order, palette) {
  const step = stepOf(value, order);
  return step === undefined ? palette.none : mixed(palette.strong, palette.weak, step);
}

const tooltip = (palette, formatter, trigger = 'item') => ({
  trigger,
  renderMode: 'richText',
  confine: true,
  backgroundColor: palette.surface,
  borderColor: palette.line,
  textStyle: { color: palette.ink, fontFamily: palette.font, fontSize: 12 },
  formatter,
});

const text = (palette, size = 12) => ({ color: palette.ink, fontFamily: palette.font, fontSize: size });

/**
 * Flows from old grades at the left to new ones at the right. Who stays is grey, who moves has the
 * colour of the grade they come from.
 */
export function flowChart({ matrix, grades, order, chosen, words, palette }) {
  const side = (prefix, position) =>
    grades.map((grade) => ({ name: prefix + keyOf(grade), grade, itemStyle: { color: gradeColour(grade, order, palette) }, label: { position } }));
  const links = matrix
    .filter((cell) => cell.customers > 0)
    .map((cell) => ({
      source: `<${keyOf(cell.from)}`,
      target: `>${keyOf(cell.to)}`,
      value: cell.customers,
      cell,
      lineStyle: {
        color: isMove(cell) ? gradeColour(cell.from, order, palette) : palette.none,
        opacity: sameCell(cell, chosen) ? 0.95 : isMove(cell) ? 0.6 : 0.25,
      },
    }));
  return {
    animation: false,
    textStyle: text(palette),
    tooltip: tooltip(palette, ({ dataType, data }) => (dataType === 'edge' ? words.flow(data.cell) : words.grade(data.grade))),
    series: [
      {
        type: 'sankey',
        data: [...used(side('<', 'right'), links, 'source'), ...used(side('>', 'left'), links, 'target')],
        links,
        left: 2,
        right: 2,
        top: 6,
        bottom: 6,
        nodeWidth: 10,
        nodeGap: 14,
        layoutIterations: 0,
        draggable: false,
        emphasis: { focus: 'none', lineStyle: { opacity: 0.9 } },
        label: { ...text(palette), formatter: ({ data }) => words.grade(data.grade), textBorderColor: palette.surface, textBorderWidth: 3 },
      },
    ],
  };
}

const used = (nodes, links, end) => nodes.filter(({ name }) => links.some((link) => link[end] === name));

const axis = (palette, formatter) => ({
  axisLine: { lineStyle: { color: palette.line } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: palette.line } },
  axisLabel: { color: palette.soft, fontFamily: palette.font, fontSize: 11, formatter },
});

/** Share of customers against share of revenue, the best first, beside the line of equal shares. */
export function lorenzChart({ points, words, palette }) {
  const line = (data, more) => ({ type: 'line', data, showSymbol: false, ...more });
  const named = (name) => ({ name, nameLocation: 'middle', nameTextStyle: { color: palette.soft, fontFamily: palette.font, fontSize: 11 } });
  return {
    animation: false,
    grid: { left: 52, right: 20, top: 10, bottom: 42 },
    tooltip: tooltip(palette, ([first]) => words.point(...first.data), 'axis'),
    xAxis: { type: 'value', min: 0, max: 1, interval: 0.25, ...axis(palette, words.percent), ...named(words.customers), nameGap: 26 },
    yAxis: { type: 'value', min: 0, max: 1, interval: 0.25, ...axis(palette, words.percent), ...named(words.revenue), nameGap: 38 },
    series: [
      line(points, { lineStyle: { color: palette.chart, width: 2 }, itemStyle: { color: palette.chart }, areaStyle: { color: palette.chart, opacity: 0.12 } }),
      line([[0, 0], [1, 1]], { lineStyle: { color: palette.soft, type: 'dashed', width: 1 }, silent: true, tooltip: { show: false } }),
    ],
  };
}

/** A bar for each month. */
export function monthChart({ months, values, words, palette }) {
  return {
    animation: false,
    grid: { left: 44, right: 4, top: 8, bottom: 22 },
    tooltip: tooltip(palette, ({ dataIndex }) => words.bar(dataIndex)),
    xAxis: { type: 'category', data: months, ...axis(palette), splitLine: { show: false } },
    yAxis: { type: 'value', splitNumber: 3, ...axis(palette, words.axis) },
    series: [
      {
        type: 'bar',
        barMaxWidth: 26,
        barCategoryGap: '25%',
        data: values.map((value) => ({ value, itemStyle: { color: value < 0 ? palette.none : palette.chart } })),
      },
    ],
  };
}
