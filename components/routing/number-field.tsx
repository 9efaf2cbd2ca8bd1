import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type NumberFieldProps = {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: number | null;
  min: number;
  max: number;
  /** Whether it may be left empty. */
  isOptional?: boolean;
  onChange: (value: number | null) => void;
};

export function NumberField({ label, hint, error, value, min, max, isOptional = false, onChange }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        type="number"
        className="max-w-40"
        required={!isOptional}
        min={min}
        max={max}
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
      />
    </Field>
  );
}
