"use client";

import { clsx } from "clsx";
import { ImageOff } from "lucide-react";
import { useImageState } from "./use-image-state";

type FramedPictureProps = {
  /** `null` when there is none. */
  src: string | null;
  srcSet?: string;
  sizes?: string;
  alt: string;
  /** Said in the frame when there is no picture, or when it does not load. */
  none: string;
  failed: string;
  className?: string;
};

/** A picture in a frame of 16 to 10, whose room is reserved before it loads and kept when it does not. */
export function FramedPicture(props: FramedPictureProps) {
  const { src, srcSet, sizes, alt, none, failed, className } = props;
  const { hasFailed, imageProps } = useImageState(src ?? "");
  return (
    <div
      className={clsx(
        "flex aspect-[16/10] w-full items-center justify-center overflow-hidden bg-raised",
        className,
      )}
    >
      {src !== null && !hasFailed ? (
        // The optimizer of next/image would cache private pictures for everyone.
        <img
          src={src}
          srcSet={srcSet}
          sizes={sizes}
          alt={alt}
          width={640}
          height={400}
          loading="lazy"
          decoding="async"
          className="size-full object-cover object-top"
          {...imageProps}
        />
      ) : (
        <p className="flex flex-col items-center gap-1.5 p-3 text-center text-xs text-muted">
          <ImageOff aria-hidden="true" className="size-5 opacity-70" />
          {src === null ? none : failed}
        </p>
      )}
    </div>
  );
}
