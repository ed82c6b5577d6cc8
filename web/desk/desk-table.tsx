import { Table } from 'antd';
import type { ReactNode } from 'react';
import { DeskTheme } from './theme.tsx';
import './desk-table.css';

export interface DeskColumn<T> {
  title: string;
  show: (row: T) => ReactNode;
}

interface DeskTableProps<T> {
  rows: T[];
  columns: DeskColumn<T>[];
  label: string;
  keyOf?: (row: T) => string;
}

/** A table for desks: no vertical rules, quiet header. Pages are asked for below it, not by it. */
export function DeskTable<T extends object>({
  rows,
  columns,
  label,
  keyOf = (row) => (row as { id: string }).id,
}: DeskTableProps<T>) {
  return (
    <DeskTheme>
      <Table<T>
        aria-label={label}
        dataSource={rows}
        rowKey={keyOf}
        pagination={false}
        columns={columns.map(({ title, show }, place) => ({ key: place, title, render: (_, row) => show(row) }))}
      />
    </DeskTheme>
  );
}
