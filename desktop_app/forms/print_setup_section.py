# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'print_setup_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QCheckBox, QHBoxLayout, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import FigureField
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.paper.page_picture import PagePicture
class Ui_PrintSetupSection(object):
    def setupUi(self, PrintSetupSection):
        if not PrintSetupSection.objectName():
            PrintSetupSection.setObjectName(u"PrintSetupSection")
        PrintSetupSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(PrintSetupSection)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.halves = QHBoxLayout()
        self.halves.setSpacing(20)
        self.halves.setObjectName(u"halves")
        self.fields = QVBoxLayout()
        self.fields.setSpacing(16)
        self.fields.setObjectName(u"fields")
        self.fontField = Field(PrintSetupSection)
        self.fontField.setObjectName(u"fontField")
        self.fontColumn = QVBoxLayout(self.fontField)
        self.fontColumn.setSpacing(0)
        self.fontColumn.setObjectName(u"fontColumn")
        self.fontColumn.setContentsMargins(0, 0, 0, 0)
        self.fontBox = QWidget(self.fontField)
        self.fontBox.setObjectName(u"fontBox")
        self.fontLine = QHBoxLayout(self.fontBox)
        self.fontLine.setSpacing(8)
        self.fontLine.setObjectName(u"fontLine")
        self.fontLine.setContentsMargins(0, 0, 0, 0)
        self.font = ChoiceField(self.fontBox)
        self.font.setObjectName(u"font")

        self.fontLine.addWidget(self.font)

        self.fontFile = Button(self.fontBox)
        self.fontFile.setObjectName(u"fontFile")
        self.fontFile.setProperty(u"kind", u"outlined")
        self.fontFile.setProperty(u"icon_name", u"folder-open")
        self.fontFile.setProperty(u"compact", True)

        self.fontLine.addWidget(self.fontFile)


        self.fontColumn.addWidget(self.fontBox)


        self.fields.addWidget(self.fontField)

        self.sizes = QHBoxLayout()
        self.sizes.setSpacing(12)
        self.sizes.setObjectName(u"sizes")
        self.sizeField = Field(PrintSetupSection)
        self.sizeField.setObjectName(u"sizeField")
        self.sizeColumn = QVBoxLayout(self.sizeField)
        self.sizeColumn.setSpacing(0)
        self.sizeColumn.setObjectName(u"sizeColumn")
        self.sizeColumn.setContentsMargins(0, 0, 0, 0)
        self.size = FigureField(self.sizeField)
        self.size.setObjectName(u"size")

        self.sizeColumn.addWidget(self.size)


        self.sizes.addWidget(self.sizeField)

        self.pitchField = Field(PrintSetupSection)
        self.pitchField.setObjectName(u"pitchField")
        self.pitchColumn = QVBoxLayout(self.pitchField)
        self.pitchColumn.setSpacing(0)
        self.pitchColumn.setObjectName(u"pitchColumn")
        self.pitchColumn.setContentsMargins(0, 0, 0, 0)
        self.pitch = FigureField(self.pitchField)
        self.pitch.setObjectName(u"pitch")

        self.pitchColumn.addWidget(self.pitch)


        self.sizes.addWidget(self.pitchField)


        self.fields.addLayout(self.sizes)

        self.sheetField = Field(PrintSetupSection)
        self.sheetField.setObjectName(u"sheetField")
        self.sheetColumn = QVBoxLayout(self.sheetField)
        self.sheetColumn.setSpacing(0)
        self.sheetColumn.setObjectName(u"sheetColumn")
        self.sheetColumn.setContentsMargins(0, 0, 0, 0)
        self.sheet = SegmentedSwitch(self.sheetField)
        self.sheet.setObjectName(u"sheet")

        self.sheetColumn.addWidget(self.sheet)


        self.fields.addWidget(self.sheetField)

        self.sides = QHBoxLayout()
        self.sides.setSpacing(12)
        self.sides.setObjectName(u"sides")
        self.rightField = Field(PrintSetupSection)
        self.rightField.setObjectName(u"rightField")
        self.rightColumn = QVBoxLayout(self.rightField)
        self.rightColumn.setSpacing(0)
        self.rightColumn.setObjectName(u"rightColumn")
        self.rightColumn.setContentsMargins(0, 0, 0, 0)
        self.right = FigureField(self.rightField)
        self.right.setObjectName(u"right")

        self.rightColumn.addWidget(self.right)


        self.sides.addWidget(self.rightField)

        self.leftField = Field(PrintSetupSection)
        self.leftField.setObjectName(u"leftField")
        self.leftColumn = QVBoxLayout(self.leftField)
        self.leftColumn.setSpacing(0)
        self.leftColumn.setObjectName(u"leftColumn")
        self.leftColumn.setContentsMargins(0, 0, 0, 0)
        self.left = FigureField(self.leftField)
        self.left.setObjectName(u"left")

        self.leftColumn.addWidget(self.left)


        self.sides.addWidget(self.leftField)


        self.fields.addLayout(self.sides)

        self.tops = QHBoxLayout()
        self.tops.setSpacing(12)
        self.tops.setObjectName(u"tops")
        self.firstTopField = Field(PrintSetupSection)
        self.firstTopField.setObjectName(u"firstTopField")
        self.firstTopColumn = QVBoxLayout(self.firstTopField)
        self.firstTopColumn.setSpacing(0)
        self.firstTopColumn.setObjectName(u"firstTopColumn")
        self.firstTopColumn.setContentsMargins(0, 0, 0, 0)
        self.firstTop = FigureField(self.firstTopField)
        self.firstTop.setObjectName(u"firstTop")

        self.firstTopColumn.addWidget(self.firstTop)


        self.tops.addWidget(self.firstTopField)

        self.topField = Field(PrintSetupSection)
        self.topField.setObjectName(u"topField")
        self.topColumn = QVBoxLayout(self.topField)
        self.topColumn.setSpacing(0)
        self.topColumn.setObjectName(u"topColumn")
        self.topColumn.setContentsMargins(0, 0, 0, 0)
        self.top = FigureField(self.topField)
        self.top.setObjectName(u"top")

        self.topColumn.addWidget(self.top)


        self.tops.addWidget(self.topField)


        self.fields.addLayout(self.tops)

        self.last = QHBoxLayout()
        self.last.setSpacing(12)
        self.last.setObjectName(u"last")
        self.bottomField = Field(PrintSetupSection)
        self.bottomField.setObjectName(u"bottomField")
        self.bottomColumn = QVBoxLayout(self.bottomField)
        self.bottomColumn.setSpacing(0)
        self.bottomColumn.setObjectName(u"bottomColumn")
        self.bottomColumn.setContentsMargins(0, 0, 0, 0)
        self.bottom = FigureField(self.bottomField)
        self.bottom.setObjectName(u"bottom")

        self.bottomColumn.addWidget(self.bottom)


        self.last.addWidget(self.bottomField)

        self.kashidaRowField = Field(PrintSetupSection)
        self.kashidaRowField.setObjectName(u"kashidaRowField")
        self.kashidaRowColumn = QVBoxLayout(self.kashidaRowField)
        self.kashidaRowColumn.setSpacing(0)
        self.kashidaRowColumn.setObjectName(u"kashidaRowColumn")
        self.kashidaRowColumn.setContentsMargins(0, 0, 0, 0)
        self.kashida = QCheckBox(self.kashidaRowField)
        self.kashida.setObjectName(u"kashida")

        self.kashidaRowColumn.addWidget(self.kashida)


        self.last.addWidget(self.kashidaRowField)

        self.last.setStretch(0, 1)
        self.last.setStretch(1, 1)

        self.fields.addLayout(self.last)

        self.profileField = Field(PrintSetupSection)
        self.profileField.setObjectName(u"profileField")
        self.profileColumn = QVBoxLayout(self.profileField)
        self.profileColumn.setSpacing(0)
        self.profileColumn.setObjectName(u"profileColumn")
        self.profileColumn.setContentsMargins(0, 0, 0, 0)
        self.profile = SegmentedSwitch(self.profileField)
        self.profile.setObjectName(u"profile")

        self.profileColumn.addWidget(self.profile)


        self.fields.addWidget(self.profileField)

        self.usualLine = QHBoxLayout()
        self.usualLine.setObjectName(u"usualLine")
        self.usual = Button(PrintSetupSection)
        self.usual.setObjectName(u"usual")
        self.usual.setProperty(u"kind", u"quiet")
        self.usual.setProperty(u"icon_name", u"refresh-cw")
        self.usual.setProperty(u"compact", True)

        self.usualLine.addWidget(self.usual)

        self.usualGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.usualLine.addItem(self.usualGap)


        self.fields.addLayout(self.usualLine)


        self.halves.addLayout(self.fields)

        self.previewColumn = QVBoxLayout()
        self.previewColumn.setSpacing(8)
        self.previewColumn.setObjectName(u"previewColumn")
        self.previewTitle = TextLabel(PrintSetupSection)
        self.previewTitle.setObjectName(u"previewTitle")

        self.previewColumn.addWidget(self.previewTitle)

        self.preview = PagePicture(PrintSetupSection)
        self.preview.setObjectName(u"preview")

        self.previewColumn.addWidget(self.preview)

        self.previewNote = TextLabel(PrintSetupSection)
        self.previewNote.setObjectName(u"previewNote")

        self.previewColumn.addWidget(self.previewNote)

        self.previewGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.previewColumn.addItem(self.previewGap)


        self.halves.addLayout(self.previewColumn)

        self.halves.setStretch(0, 1)
        self.halves.setStretch(1, 1)

        self.column.addLayout(self.halves)


        self.retranslateUi(PrintSetupSection)
    # setupUi

    def retranslateUi(self, PrintSetupSection):
        self.fontField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u0642\u0644\u0645", None))
#if QT_CONFIG(accessibility)
        self.font.setAccessibleName(QCoreApplication.translate("PrintSetupSection", u"\u0642\u0644\u0645", None))
#endif // QT_CONFIG(accessibility)
        self.fontFile.setText(QCoreApplication.translate("PrintSetupSection", u"\u0641\u0627\u06cc\u0644\u2026", None))
#if QT_CONFIG(accessibility)
        self.fontFile.setAccessibleName(QCoreApplication.translate("PrintSetupSection", u"\u0628\u0631\u06af\u0632\u06cc\u062f\u0646 \u0641\u0627\u06cc\u0644 \u0642\u0644\u0645", None))
#endif // QT_CONFIG(accessibility)
        self.sizeField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u0627\u0646\u062f\u0627\u0632\u0647\u0654 \u0646\u0648\u0634\u062a\u0647 (\u062f\u0631\u0635\u062f)", None))
        self.pitchField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u0641\u0627\u0635\u0644\u0647\u0654 \u0633\u0637\u0631\u0647\u0627 (\u062f\u0631\u0635\u062f)", None))
        self.sheetField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u06a9\u0627\u063a\u0630", None))
        self.rightField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u062d\u0627\u0634\u06cc\u0647\u0654 \u0631\u0627\u0633\u062a", None))
        self.leftField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u062d\u0627\u0634\u06cc\u0647\u0654 \u0686\u067e", None))
        self.firstTopField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u0628\u0627\u0644\u0627\u06cc \u0635\u0641\u062d\u0647\u0654 \u0646\u062e\u0633\u062a", None))
        self.topField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u0628\u0627\u0644\u0627\u06cc \u0635\u0641\u062d\u0647\u200c\u0647\u0627\u06cc \u062f\u06cc\u06af\u0631", None))
        self.bottomField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u062d\u0627\u0634\u06cc\u0647\u0654 \u067e\u0627\u06cc\u06cc\u0646", None))
        self.kashidaRowField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u067e\u0631 \u06a9\u0631\u062f\u0646 \u0633\u0637\u0631", None))
        self.kashida.setText(QCoreApplication.translate("PrintSetupSection", u"\u0628\u0627 \u06a9\u0634\u06cc\u062f\u0647\u0654 \u062d\u0631\u0648\u0641", None))
#if QT_CONFIG(accessibility)
        self.kashida.setAccessibleName(QCoreApplication.translate("PrintSetupSection", u"\u067e\u0631 \u06a9\u0631\u062f\u0646 \u0633\u0637\u0631 \u0628\u0627 \u06a9\u0634\u06cc\u062f\u0647\u0654 \u062d\u0631\u0648\u0641", None))
#endif // QT_CONFIG(accessibility)
        self.profileField.setProperty(u"label_text", QCoreApplication.translate("PrintSetupSection", u"\u0634\u06a9\u0644 \u0628\u0627\u06cc\u06af\u0627\u0646\u06cc \u0641\u0627\u06cc\u0644 PDF", None))
        self.usual.setText(QCoreApplication.translate("PrintSetupSection", u"\u0628\u0627\u0632\u06af\u0634\u062a \u0628\u0647 \u067e\u06cc\u0634\u200c\u0641\u0631\u0636", None))
        self.previewTitle.setText(QCoreApplication.translate("PrintSetupSection", u"\u0646\u0645\u0648\u0646\u0647\u0654 \u0635\u0641\u062d\u0647", None))
        pass
    # retranslateUi

