# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_facts.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.shell.card import CardFrame
class Ui_MeetingFacts(object):
    def setupUi(self, MeetingFacts):
        if not MeetingFacts.objectName():
            MeetingFacts.setObjectName(u"MeetingFacts")
        MeetingFacts.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.outer = QVBoxLayout(MeetingFacts)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.card = CardFrame(MeetingFacts)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(16, 10, 16, 6)
        self.heading = TextLabel(self.card)
        self.heading.setObjectName(u"heading")

        self.head.addWidget(self.heading)

        self.headNote = TextLabel(self.card)
        self.headNote.setObjectName(u"headNote")

        self.head.addWidget(self.headNote)

        self.headGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headGap)


        self.cardColumn.addLayout(self.head)

        self.scroll = QScrollArea(self.card)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.scroll.sizePolicy().hasHeightForWidth())
        self.scroll.setSizePolicy(sizePolicy)
        self.body = QWidget()
        self.body.setObjectName(u"body")
        self.bodyLine = QHBoxLayout(self.body)
        self.bodyLine.setSpacing(0)
        self.bodyLine.setObjectName(u"bodyLine")
        self.bodyLine.setContentsMargins(0, 0, 0, 0)
        self.sheet = QWidget(self.body)
        self.sheet.setObjectName(u"sheet")
        self.sheet.setMaximumSize(QSize(760, 16777215))
        self.bodyColumn = QVBoxLayout(self.sheet)
        self.bodyColumn.setSpacing(12)
        self.bodyColumn.setObjectName(u"bodyColumn")
        self.bodyColumn.setContentsMargins(16, 0, 16, 16)
        self.whenLine = QHBoxLayout()
        self.whenLine.setSpacing(16)
        self.whenLine.setObjectName(u"whenLine")
        self.whenLine.setContentsMargins(0, 0, 0, 0)
        self.dayField = Field(self.sheet)
        self.dayField.setObjectName(u"dayField")
        self.dayField.setMinimumSize(QSize(260, 0))
        self.dayFieldColumn = QVBoxLayout(self.dayField)
        self.dayFieldColumn.setSpacing(0)
        self.dayFieldColumn.setObjectName(u"dayFieldColumn")
        self.dayFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.dayEdit = JalaliDateEdit(self.dayField)
        self.dayEdit.setObjectName(u"dayEdit")

        self.dayFieldColumn.addWidget(self.dayEdit)


        self.whenLine.addWidget(self.dayField)

        self.startsField = Field(self.sheet)
        self.startsField.setObjectName(u"startsField")
        self.startsField.setMaximumSize(QSize(140, 16777215))
        self.startsFieldColumn = QVBoxLayout(self.startsField)
        self.startsFieldColumn.setSpacing(0)
        self.startsFieldColumn.setObjectName(u"startsFieldColumn")
        self.startsFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.startsEdit = TimeEdit(self.startsField)
        self.startsEdit.setObjectName(u"startsEdit")

        self.startsFieldColumn.addWidget(self.startsEdit)


        self.whenLine.addWidget(self.startsField)

        self.kindField = Field(self.sheet)
        self.kindField.setObjectName(u"kindField")
        self.kindFieldColumn = QVBoxLayout(self.kindField)
        self.kindFieldColumn.setSpacing(0)
        self.kindFieldColumn.setObjectName(u"kindFieldColumn")
        self.kindFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.kindEdit = SegmentedSwitch(self.kindField)
        self.kindEdit.setObjectName(u"kindEdit")

        self.kindFieldColumn.addWidget(self.kindEdit)


        self.whenLine.addWidget(self.kindField)

        self.whenGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.whenLine.addItem(self.whenGap)


        self.bodyColumn.addLayout(self.whenLine)

        self.dayFixed = TextLabel(self.sheet)
        self.dayFixed.setObjectName(u"dayFixed")

        self.bodyColumn.addWidget(self.dayFixed)

        self.placeField = Field(self.sheet)
        self.placeField.setObjectName(u"placeField")
        self.placeFieldColumn = QVBoxLayout(self.placeField)
        self.placeFieldColumn.setSpacing(0)
        self.placeFieldColumn.setObjectName(u"placeFieldColumn")
        self.placeFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.placeEdit = LineField(self.placeField)
        self.placeEdit.setObjectName(u"placeEdit")

        self.placeFieldColumn.addWidget(self.placeEdit)


        self.bodyColumn.addWidget(self.placeField)

        self.peopleLine = QHBoxLayout()
        self.peopleLine.setSpacing(16)
        self.peopleLine.setObjectName(u"peopleLine")
        self.peopleLine.setContentsMargins(0, 0, 0, 0)
        self.chairField = Field(self.sheet)
        self.chairField.setObjectName(u"chairField")
        self.chairFieldColumn = QVBoxLayout(self.chairField)
        self.chairFieldColumn.setSpacing(0)
        self.chairFieldColumn.setObjectName(u"chairFieldColumn")
        self.chairFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.chairEdit = LineField(self.chairField)
        self.chairEdit.setObjectName(u"chairEdit")

        self.chairFieldColumn.addWidget(self.chairEdit)


        self.peopleLine.addWidget(self.chairField)

        self.secretaryField = Field(self.sheet)
        self.secretaryField.setObjectName(u"secretaryField")
        self.secretaryFieldColumn = QVBoxLayout(self.secretaryField)
        self.secretaryFieldColumn.setSpacing(0)
        self.secretaryFieldColumn.setObjectName(u"secretaryFieldColumn")
        self.secretaryFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.secretaryEdit = LineField(self.secretaryField)
        self.secretaryEdit.setObjectName(u"secretaryEdit")

        self.secretaryFieldColumn.addWidget(self.secretaryEdit)


        self.peopleLine.addWidget(self.secretaryField)


        self.bodyColumn.addLayout(self.peopleLine)

        self.sessionHolder = QWidget(self.sheet)
        self.sessionHolder.setObjectName(u"sessionHolder")
        self.sessionLine = QHBoxLayout(self.sessionHolder)
        self.sessionLine.setSpacing(16)
        self.sessionLine.setObjectName(u"sessionLine")
        self.sessionLine.setContentsMargins(0, 0, 0, 0)
        self.beganField = Field(self.sessionHolder)
        self.beganField.setObjectName(u"beganField")
        self.beganField.setMaximumSize(QSize(140, 16777215))
        self.beganFieldColumn = QVBoxLayout(self.beganField)
        self.beganFieldColumn.setSpacing(0)
        self.beganFieldColumn.setObjectName(u"beganFieldColumn")
        self.beganFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.beganEdit = TimeEdit(self.beganField)
        self.beganEdit.setObjectName(u"beganEdit")

        self.beganFieldColumn.addWidget(self.beganEdit)


        self.sessionLine.addWidget(self.beganField)

        self.endedField = Field(self.sessionHolder)
        self.endedField.setObjectName(u"endedField")
        self.endedField.setMaximumSize(QSize(140, 16777215))
        self.endedFieldColumn = QVBoxLayout(self.endedField)
        self.endedFieldColumn.setSpacing(0)
        self.endedFieldColumn.setObjectName(u"endedFieldColumn")
        self.endedFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.endedEdit = TimeEdit(self.endedField)
        self.endedEdit.setObjectName(u"endedEdit")

        self.endedFieldColumn.addWidget(self.endedEdit)


        self.sessionLine.addWidget(self.endedField)

        self.sessionGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.sessionLine.addItem(self.sessionGap)


        self.bodyColumn.addWidget(self.sessionHolder)

        self.noteField = Field(self.sheet)
        self.noteField.setObjectName(u"noteField")
        self.noteFieldColumn = QVBoxLayout(self.noteField)
        self.noteFieldColumn.setSpacing(0)
        self.noteFieldColumn.setObjectName(u"noteFieldColumn")
        self.noteFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.noteEdit = TextArea(self.noteField)
        self.noteEdit.setObjectName(u"noteEdit")

        self.noteFieldColumn.addWidget(self.noteEdit)


        self.bodyColumn.addWidget(self.noteField)

        self.bodyGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.bodyColumn.addItem(self.bodyGap)


        self.bodyLine.addWidget(self.sheet)

        self.sideGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bodyLine.addItem(self.sideGap)

        self.scroll.setWidget(self.body)

        self.cardColumn.addWidget(self.scroll)


        self.outer.addWidget(self.card)


        self.retranslateUi(MeetingFacts)
    # setupUi

    def retranslateUi(self, MeetingFacts):
        self.heading.setText(QCoreApplication.translate("MeetingFacts", u"\u0645\u0634\u062e\u0635\u0627\u062a \u062c\u0644\u0633\u0647", None))
        self.headNote.setText(QCoreApplication.translate("MeetingFacts", u"\u0647\u0631 \u062e\u0627\u0646\u0647 \u0628\u0627 \u062a\u0631\u06a9 \u0622\u0646 \u0630\u062e\u06cc\u0631\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f", None))
        self.dayField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u0631\u0648\u0632 \u062c\u0644\u0633\u0647", None))
        self.dayField.setProperty(u"hint_text", QCoreApplication.translate("MeetingFacts", u"\u0645\u062b\u0644\u0627\u064b \u06f1\u06f4\u06f0\u06f2/\u06f3/\u06f8 \u06cc\u0627 \u062f\u0648\u0634\u0646\u0628\u0647\u0654 \u0622\u06cc\u0646\u062f\u0647", None))
        self.startsField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u0633\u0627\u0639\u062a", None))
        self.startsField.setProperty(u"hint_text", QCoreApplication.translate("MeetingFacts", u"\u0645\u062b\u0644\u0627\u064b \u06f1\u06f0:\u06f3\u06f0", None))
        self.kindField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u0646\u0648\u0639 \u062c\u0644\u0633\u0647", None))
        self.dayFixed.setText(QCoreApplication.translate("MeetingFacts", u"\u0627\u0639\u0636\u0627 \u0628\u0631\u0627\u06cc \u0627\u06cc\u0646 \u0631\u0648\u0632 \u062f\u0639\u0648\u062a \u0634\u062f\u0647\u200c\u0627\u0646\u062f\u061b \u0631\u0648\u0632 \u062a\u0627\u0632\u0647 \u0628\u0627 \u00ab\u0628\u0647 \u062a\u0639\u0648\u06cc\u0642 \u0627\u0646\u062f\u0627\u062e\u062a\u0646\u00bb \u0646\u0648\u0634\u062a\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f.", None))
        self.placeField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u0645\u062d\u0644 \u062c\u0644\u0633\u0647", None))
        self.chairField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u0631\u0626\u06cc\u0633 \u062c\u0644\u0633\u0647", None))
        self.chairField.setProperty(u"hint_text", QCoreApplication.translate("MeetingFacts", u"\u0627\u06af\u0631 \u062e\u0627\u0644\u06cc \u0628\u0645\u0627\u0646\u062f \u0627\u0632 \u062d\u0636\u0648\u0631 \u06af\u0631\u0641\u062a\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f", None))
        self.secretaryField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u062f\u0628\u06cc\u0631 \u062c\u0644\u0633\u0647", None))
        self.secretaryField.setProperty(u"hint_text", QCoreApplication.translate("MeetingFacts", u"\u0627\u06af\u0631 \u062e\u0627\u0644\u06cc \u0628\u0645\u0627\u0646\u062f \u0627\u0632 \u062d\u0636\u0648\u0631 \u06af\u0631\u0641\u062a\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f", None))
        self.beganField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u0622\u063a\u0627\u0632 \u0648\u0627\u0642\u0639\u06cc", None))
        self.endedField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u067e\u0627\u06cc\u0627\u0646 \u0648\u0627\u0642\u0639\u06cc", None))
        self.noteField.setProperty(u"label_text", QCoreApplication.translate("MeetingFacts", u"\u06cc\u0627\u062f\u062f\u0627\u0634\u062a", None))
        pass
    # retranslateUi

